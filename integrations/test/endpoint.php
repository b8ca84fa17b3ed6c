<?php

// A stand-in for sitepulse behind PHP's own web server: answers counters, takes events, and notes each request.

$path = parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH);
$body = file_get_contents('php://input');
$request = ['method' => $_SERVER['REQUEST_METHOD'], 'path' => $path, 'headers' => getallheaders(), 'body' => $body];
file_put_contents(getenv('NOTES'), json_encode($request) . "\n", FILE_APPEND | LOCK_EX);
header('Content-Type: application/json');
if ($path === '/api/sites/demo/counters') {
    $sums = ['views' => 2756838, 'visits' => 676536, 'visitors' => 498112];
    echo json_encode(['site' => 'demo', 'online' => 7, 'today' => ['visits' => 1234] + $sums, 'total' => $sums]);
} elseif ($path === '/api/events') {
    http_response_code(json_decode($body, true)['site'] === 'demo' ? 202 : 404);
    echo '{}';
} else {
    http_response_code(404);
}
