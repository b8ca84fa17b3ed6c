-- Requests with page views of equally likely visitors, each event with an id of its own.
-- Arguments: HOST RUN BATCH VISITORS SITE. RUN must differ between all runs of an installation.
local threads = 0

function setup(thread)
  thread:set("thread_number", threads)
  threads = threads + 1
end

local agents = {
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36",
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:144.0) Gecko/20100101 Firefox/144.0",
  "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Mobile Safari/537.36",
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1",
  "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Safari/605.1.15",
}

local head, run, batch, visitors, site, counter, second_half

function init(args)
  run = tonumber(args[2])
  batch = tonumber(args[3])
  visitors = tonumber(args[4])
  site = args[5]
  counter = 0
  math.randomseed(run * 64 + thread_number)
  head = "POST /api/events HTTP/1.1\r\nHost: " .. args[1]
    .. "\r\nContent-Type: application/json\r\nAccept-Language: vi\r\nX-Forwarded-For: %d.%d.%d.%d"
    .. "\r\nUser-Agent: %s\r\nContent-Length: %d\r\n\r\n%s"
  second_half = string.format('-8%03x-', thread_number)
end

local function event()
  counter = counter + 1
  return string.format(
    '{"id":"%08x-%04x-4000%s%012x","kind":"view","site":"%s","page":"/tin-tuc/bai-%d",'
      .. '"title":"Thong bao so %d","referrer":"https://www.example.org/tim-kiem","language":"vi"}',
    run, counter % 65536, second_half, counter, site, counter % 1000, counter % 1000)
end

function request()
  local body
  if batch == 1 then
    body = event()
  else
    local events = {}
    for i = 1, batch do
      events[i] = event()
    end
    body = "[" .. table.concat(events, ",") .. "]"
  end
  -- The agent belongs to the visitor, so that an address is one visitor.
  local visitor = math.random(0, visitors - 1)
  return string.format(
    head, 20, math.floor(visitor / 65536) % 256, math.floor(visitor / 256) % 256, visitor % 256,
    agents[visitor % #agents + 1], #body, body)
end

function done(summary, latency, requests)
  io.write(string.format(
    "RESULT requests=%d micros=%d status=%d connect=%d read=%d write=%d timeout=%d p99=%d\n",
    summary.requests, summary.duration, summary.errors.status, summary.errors.connect,
    summary.errors.read, summary.errors.write, summary.errors.timeout, latency:percentile(99)))
end
