-- The same request again and again. Arguments: none.
function done(summary, latency, requests)
  io.write(string.format(
    "RESULT requests=%d micros=%d status=%d connect=%d read=%d write=%d timeout=%d p99=%d\n",
    summary.requests, summary.duration, summary.errors.status, summary.errors.connect,
    summary.errors.read, summary.errors.write, summary.errors.timeout, latency:percentile(99)))
end
