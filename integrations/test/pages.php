<?php

// Pages of a portal behind PHP's own web server. The library is used as a portal would.

require __DIR__ . '/../php/sitepulse-client.php';

$client = new Sitepulse(getenv('SITEPULSE_HOST'), 'demo', [
    'cacheFolder' => getenv('CACHE'),
    'trustedProxies' => array_filter(explode(',', (string) getenv('PROXIES'))),
    'timeout' => 5,
]);
switch (parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH)) {
    case '/counted':
        echo json_encode($client->view(null, 'Văn bản "7"'));
        break;
    case '/gone':
        http_response_code(404);
        $client->viewAtEnd();
        echo 'gone';
        break;
    case '/end':
        $client->viewAtEnd('/van-ban/7.pdf', 'PDF');
        echo 'pdf';
        break;
    default:
        echo '<!DOCTYPE html><html><head>', $client->style(), $client->script(), '</head><body>',
            $client->counter(), $client->poll('website-content'), '</body></html>';
}
