<?php

// php integrations/test/run.php [URL]: tests of the library and of the plugins, with a stand-in for sitepulse, and
// with the address of a running one also against that. Exits 1 with a line for each fault.

const TOP = __DIR__ . '/..';
const AGENT = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36';

$faults = 0;
$servers = [];
$folder = sys_get_temp_dir() . '/sitepulse-integrations-' . bin2hex(random_bytes(6));
mkdir($folder . '/cache', 0700, true);
register_shutdown_function(static function () use ($folder, &$servers) {
    array_map('stop', $servers);
    array_map('unlink', array_merge(glob("$folder/cache/*"), array_filter(glob("$folder/*"), 'is_file')));
    rmdir("$folder/cache");
    rmdir($folder);
});

function expect(string $what, bool $holds, string $shown = ''): void
{
    global $faults;
    if (!$holds) {
        $faults++;
        echo "integrations: $what\n", $shown === '' ? '' : "  $shown\n";
    }
}

function within(float $seconds, callable $condition): bool
{
    for ($end = microtime(true) + $seconds; microtime(true) < $end; usleep(50000)) {
        if ($condition()) {
            return true;
        }
    }
    return false;
}

function free_port(): int
{
    $socket = stream_socket_server('tcp://127.0.0.1:0');
    $port = (int) substr(strrchr(stream_socket_get_name($socket, false), ':'), 1);
    fclose($socket);
    return $port;
}

/** @return array{0: resource, 1: string} process and address */
function serve(string $router, array $environment): array
{
    global $servers, $folder;
    $port = free_port();
    $log = ['file', "$folder/log", 'a'];
    $command = [PHP_BINARY, '-d', 'error_log=' . "$folder/log", '-S', "127.0.0.1:$port", __DIR__ . "/$router"];
    $process = proc_open($command, [['file', '/dev/null', 'r'], $log, $log], $pipes, null, $environment + getenv());
    $servers[$port] = $process;
    expect("$router answers", within(30, static function () use ($port) {
        return @fsockopen('127.0.0.1', $port) !== false;
    }));
    return [$process, "http://127.0.0.1:$port"];
}

function stop($process): void
{
    if (is_resource($process)) {
        proc_terminate($process);
        proc_close($process);
    }
}

/** @return array{0: int, 1: string} */
function ask(string $url, array $headers = [], string $method = 'GET'): array
{
    $body = file_get_contents($url, false, stream_context_create(['http' => [
        'method' => $method, 'header' => $headers, 'ignore_errors' => true, 'timeout' => 30,
    ]]));
    return [(int) substr($http_response_header[0], 9, 3), (string) $body];
}

/** Requests that the stand-in has noted, of a path. */
function noted(string $path): array
{
    global $folder;
    $all = array_map(static function ($line) {
        return json_decode($line, true);
    }, is_file("$folder/notes") ? file("$folder/notes") : []);
    return array_values(array_filter($all, static function ($request) use ($path) {
        return $request['path'] === $path;
    }));
}

function forget(): void
{
    global $folder;
    @unlink("$folder/notes");
    array_map('unlink', glob("$folder/cache/*"));
}

// --- The library, in pages ------------------------------------------------------------------------

[$endpoint, $host] = serve('endpoint.php', ['NOTES' => "$folder/notes"]);
$portal = ['SITEPULSE_HOST' => $host, 'CACHE' => "$folder/cache"];
[, $pages] = serve('pages.php', $portal);

[$status, $page] = ask("$pages/tin-tuc");
expect('a page has the line', $status === 200
    && strpos($page, "<script async src=\"$host/sitepulse.js\" data-site=\"demo\"></script>") !== false, $page);
expect('a page has the numbers', strpos($page, '<sitepulse-counter site="demo"><ul><li>Đang truy cập: <b>7</b></li>'
    . '<li>Hôm nay: <b>1.234</b></li><li>Tổng lượt truy cập: <b>676.536</b></li></ul></sitepulse-counter>') !== false, $page);
expect('a page has the poll', strpos($page, '<sitepulse-poll poll="website-content"><iframe ') !== false, $page);
expect('a page reserves the space', strpos($page, '<style>sitepulse-counter{display:block') !== false, $page);
ask("$pages/tin-tuc");
expect('counters are asked once in 30 seconds', count(noted('/api/sites/demo/counters')) === 1);
expect('showing counts nothing', noted('/api/events') === []);

// --- Views ----------------------------------------------------------------------------------------

$visitor = ['User-Agent: ' . AGENT, 'Accept-Language: vi-VN,vi;q=0.9', 'Referer: https://a.vn/x', 'Sec-GPC: 1'];
[, $counted] = ask("$pages/counted?id=7", $visitor);
$sent = noted('/api/events')[0] ?? ['body' => '{}', 'headers' => []];
$event = json_decode($sent['body'], true);
expect('a view is counted', $counted === 'true');
expect('a view has page, title and source', array_diff_assoc([
    'site' => 'demo', 'page' => '/counted?id=7', 'title' => 'Văn bản "7"', 'referrer' => 'https://a.vn/x',
    'language' => 'vi-VN',
], $event) === [], $sent['body']);
expect('a view has an id', preg_match('~^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$~D',
    $event['id'] ?? '') === 1);
expect("the visitor's browser and address go along", ($sent['headers']['User-Agent'] ?? '') === AGENT
    && ($sent['headers']['X-Forwarded-For'] ?? '') === '127.0.0.1' && ($sent['headers']['Sec-GPC'] ?? '') === '1',
    json_encode($sent['headers']));

forget();
ask("$pages/counted", ['X-Forwarded-For: 203.0.113.9', 'User-Agent: ' . AGENT]);
expect('what a stranger says of its address is not believed',
    (noted('/api/events')[0]['headers']['X-Forwarded-For'] ?? '') === '127.0.0.1');
ask("$pages/counted", ['Sec-Purpose: prefetch;prerender']);
ask("$pages/counted", [], 'POST');
ask("$pages/gone");
expect('prepared pages, forms and missing pages are no views', count(noted('/api/events')) === 1);
ask("$pages/end");
expect('a view at the end is counted', within(30, static function () {
    return count(noted('/api/events')) === 2;
}));

forget();
[, $behind] = serve('pages.php', ['PROXIES' => '127.0.0.1,192.0.2.1'] + $portal);
ask("$behind/counted", ['X-Forwarded-For: 198.51.100.7, 203.0.113.9, 192.0.2.1', 'User-Agent: ' . AGENT]);
expect("behind the portal's own proxies it is the visitor's address",
    (noted('/api/events')[0]['headers']['X-Forwarded-For'] ?? '') === '203.0.113.9');

// --- Inputs of others -----------------------------------------------------------------------------

require TOP . '/php/sitepulse-client.php';
$options = ['cacheFolder' => "$folder/cache", 'timeout' => 5];
$client = new Sitepulse($host . '/', 'demo', $options);
expect('attributes are escaped', $client->script(['nonce' => '"><script>', 'on"x' => '1', 'data-hash' => true])
    === "<script async src=\"$host/sitepulse.js\" data-site=\"demo\" nonce=\"&quot;&gt;&lt;script&gt;\" data-hash></script>");
expect('integrity brings crossorigin', strpos($client->script(['integrity' => 'sha384-x']), 'crossorigin="anonymous"') > 0);
expect('labels are escaped', strpos($client->counter(['show' => 'today,x', 'label-today' => '<b>']),
    '<li>&lt;b&gt;: <b>1.234</b></li></ul>') > 0);
expect('English and another metric', strpos($client->counter(['lang' => 'en', 'metric' => 'views', 'show' => 'total']),
    '<li>Total page views: <b>2,756,838</b></li>') > 0);
foreach ([['javascript:alert(1)', 'demo'], ['https://a.vn/x" y', 'demo'], [$host, 'De mo'], ['', '']] as [$h, $s]) {
    $wrong = new Sitepulse($h, $s, $options);
    expect("nothing of '$h' and '$s'", !$wrong->isConfigured() && $wrong->view('/', null, []) === false
        && $wrong->script() . $wrong->counter() . $wrong->poll('p') . $wrong->style() === '');
}
expect('no poll of a wrong id', $client->poll('"><x') === '');
forget();
$client->view("/a\r\nX-Evil: 1", null, ['HTTP_USER_AGENT' => "x\r\nX-Evil: 1", 'REMOTE_ADDR' => '192.0.2.7']);
expect('no header can be smuggled in', isset(noted('/api/events')[0])
    && !isset(noted('/api/events')[0]['headers']['X-Evil']));
expect('an unknown site is not counted', (new Sitepulse($host, 'other', $options))->view('/', null, []) === false);

// --- The plugins ------------------------------------------------------------------------------------

putenv("CACHE=$folder/cache");
foreach (['wordpress/sitepulse', 'joomla/sitepulse', 'nukeviet/blocks'] as $plugin) {
    $copies[] = $copy = TOP . "/$plugin/sitepulse-client.php";
    expect("$copy is there (integrations/pack)", is_file($copy)
        && file_get_contents($copy) === file_get_contents(TOP . '/php/sitepulse-client.php'));
}
if ($faults > 0) {
    exit(1);
}
require __DIR__ . '/systems.php';

function output(callable $function): string
{
    ob_start();
    $function();
    return ob_get_clean();
}

define('ABSPATH', '/');

// The class is loaded already, so a plugin must not load its own copy of it.
function plugin(string $file): string
{
    global $folder;
    $code = preg_replace('~^\s*require_once .*sitepulse-client\.php.*$~m', '', file_get_contents(TOP . "/$file"));
    file_put_contents($copy = "$folder/" . md5($file) . '.php', $code);
    return $copy;
}

require plugin('wordpress/sitepulse/sitepulse.php');
expect('WordPress: nothing before it is configured', output($hooks['wp_head']) === "\n");
$stored['sitepulse'] = sitepulse_sanitize(['host' => " $host/ ", 'site' => 'demo', 'footer' => '1']);
expect('WordPress: settings are taken', $errors === [] && $stored['sitepulse']['host'] === $host);
expect('WordPress: the line', strpos(output($hooks['wp_head']), 'data-site="demo"></script>') > 0);
expect('WordPress: the footer', strpos(output($hooks['wp_footer']), '<b>676.536</b>') > 0);
expect('WordPress: a counter in a text', strpos($hooks['[sitepulse_counter'](['show' => 'online', 'onclick' => 'x']),
    '<sitepulse-counter site="demo" show="online"><ul><li>Đang truy cập: <b>7</b></li></ul>') === 0);
expect('WordPress: a poll in a text', strpos($hooks['[sitepulse_poll'](['id' => 'p']), '<sitepulse-poll poll="p">') === 0);
expect('WordPress: a shortcode without attributes', $hooks['[sitepulse_poll']('') === '');
$editor = true;
expect('WordPress: editors are not counted', strpos(output($hooks['wp_head']), 'data-manual') > 0);
expect('WordPress: its form', strpos(output('sitepulse_page'), "value=\"$host\"") > 0);
sitepulse_sanitize(['host' => 'ftp://x', 'site' => 'demo']);
expect('WordPress: wrong settings are told', count($errors) === 1);

define('_JEXEC', 1);
require plugin('joomla/sitepulse/src/Extension/SitepulsePlugin.php');
$joomla = new Sitepulse\Plugin\System\Sitepulse\Extension\SitepulsePlugin();
$joomla->application = new TestApplication();
$joomla->params = new TestParameters(['host' => $host, 'site' => 'demo', 'footer' => '1']);
$text = '<html><head></head><body>{sitepulse-poll p}<script>"</body>"</script></body></html>';
$joomla->application->body = $text;
$joomla->place();
$body = $joomla->application->body;
expect('Joomla: line, poll and footer', strpos($body, 'data-site="demo"></script></head>') > 0
    && strpos($body, '<sitepulse-poll poll="p">') > 0
    && strpos($body, '</sitepulse-counter></div></body></html>') > 0, $body);
expect('Joomla: scripts stay as they are', strpos($body, '<script>"</body>"</script>') > 0, $body);
foreach ([['administrator', 'html'], ['site', 'json']] as [$part, $type]) {
    $joomla->application->body = $text;
    $joomla->application->client = $part;
    $joomla->application->type = $type;
    $joomla->place();
    expect("Joomla: nothing in $part, $type", $joomla->application->body === $text);
}

define('NV_MAINFILE', true);
define('NV_SYSTEM', true);
$block_config = ['host' => $host, 'site' => 'demo', 'poll' => 'p', 'line' => 1];
require plugin('nukeviet/blocks/global.sitepulse.php');
expect('NukeViet: line, counter and poll', strpos($content, '<script async ') === 0
    && strpos($content, '<b>676.536</b>') > 0 && strpos($content, '<sitepulse-poll poll="p">') > 0, $content);
$nv_Request = new TestRequest(['config_host' => $host, 'config_site' => 'demo', 'config_line' => '1']);
$submitted = nv_sitepulse_submit('');
expect('NukeViet: settings are taken', $submitted['error'] === [] && $submitted['config']['line'] === 1);
expect('NukeViet: its form', strpos(nv_sitepulse_config('', $submitted['config'], []), "value=\"$host\"") > 0);
$nv_Request = new TestRequest(['config_host' => 'x']);
expect('NukeViet: wrong settings are told', count(nv_sitepulse_submit('')['error']) === 1);
foreach (['joomla/sitepulse/sitepulse.xml', 'nukeviet/blocks/global.sitepulse.ini'] as $file) {
    expect("$file is XML", !function_exists('simplexml_load_file') || @simplexml_load_file(TOP . "/$file") !== false);
}

// --- While sitepulse is away ----------------------------------------------------------------------

forget();
$client->counters();
stop($endpoint);
foreach (glob("$folder/cache/*") as $file) {
    $kept = json_decode(file_get_contents($file), true);
    file_put_contents($file, json_encode(['asked' => time() - 60] + $kept));
}
expect('the last numbers are shown while it is away', strpos($client->counter(), '<b>676.536</b>') > 0);
foreach (glob("$folder/cache/*") as $file) {
    $kept = json_decode(file_get_contents($file), true);
    file_put_contents($file, json_encode(['asked' => 0, 'answered' => time() - 4000] + $kept));
}
expect('an image after an hour', strpos($client->counter(), "<img src=\"$host/api/sites/demo/counters.svg?lang=vi\"") > 0);
expect('a view is not counted while it is away', $client->view('/', null, []) === false);

// --- A running sitepulse --------------------------------------------------------------------------

if (isset($argv[1])) {
    forget();
    $live = rtrim($argv[1], '/');
    [, $pages] = serve('pages.php', ['SITEPULSE_HOST' => $live] + $portal);
    $views = static function () use ($live) {
        return json_decode(ask("$live/api/sites/demo/counters")[1], true)['total']['views'] ?? -1;
    };
    $before = $views();
    [, $counted] = ask("$pages/counted", $visitor);
    expect('a running sitepulse takes the view', $counted === 'true');
    expect('it counts the view once', within(60, static function () use ($views, $before) {
        return $views() === $before + 1;
    }), $before . ' to ' . $views());
    [, $page] = ask("$pages/tin-tuc");
    expect('its numbers are in the page', preg_match('~<b>\d[\d.]*</b></li></ul></sitepulse-counter>~', $page) === 1, $page);
}

echo $faults === 0 ? "integrations: no faults\n" : "integrations: $faults faults\n";
exit($faults === 0 ? 0 : 1);
