<?php

/**
 * Counters, polls and page views of sitepulse for portals in PHP.
 *
 * One file without dependencies, PHP 7.4 or newer. It throws nothing: a portal shows its pages whether sitepulse
 * answers or not.
 *
 *     require 'sitepulse-client.php';
 *     $sitepulse = new Sitepulse('https://HOST', 'ID');
 *     echo $sitepulse->script();    // in <head>
 *     echo $sitepulse->counter();   // in the footer
 */
final class Sitepulse
{
    private const LABELS = [
        'vi' => [
            'online' => 'Đang truy cập', 'today' => 'Hôm nay', 'yesterday' => 'Hôm qua', 'week' => 'Tuần này',
            'month' => 'Tháng này', 'year' => 'Năm nay', 'visits' => 'Tổng lượt truy cập',
            'views' => 'Tổng lượt xem trang', 'visitors' => 'Tổng lượt khách theo ngày',
            'image' => 'Số lượt truy cập', 'poll' => 'Bình chọn',
        ],
        'en' => [
            'online' => 'Online now', 'today' => 'Today', 'yesterday' => 'Yesterday', 'week' => 'This week',
            'month' => 'This month', 'year' => 'This year', 'visits' => 'Total visits',
            'views' => 'Total page views', 'visitors' => 'Total visitor-days', 'image' => 'Number of visits',
            'poll' => 'Poll',
        ],
    ];

    private const FIGURES = ['online', 'today', 'yesterday', 'week', 'month', 'year', 'total'];

    /** Longest answer that is read. */
    private const MOST_BYTES = 65536;

    private string $host;
    private string $site;
    private string $lang;
    private float $timeout;
    private int $cacheSeconds;
    private string $cacheFolder;

    /** @var string[] */
    private array $trustedProxies;

    /**
     * @param string $host    address of sitepulse, such as https://dem.example.gov.vn
     * @param string $site    id of the site
     * @param array  $options lang (vi or en), timeout (seconds, 1), cacheSeconds (30), cacheFolder (that of PHP for
     *                        temporary files), trustedProxies (addresses of the portal's own proxies, whose
     *                        X-Forwarded-For is believed; none)
     */
    public function __construct(string $host, string $site, array $options = [])
    {
        $this->host = preg_match('~^https?://[A-Za-z0-9.:\[\]-]+/*$~D', $host) === 1 ? rtrim($host, '/') : '';
        $this->site = preg_match('~^[a-z0-9.-]{1,64}$~D', $site) === 1 ? $site : '';
        $this->lang = ($options['lang'] ?? 'vi') === 'en' ? 'en' : 'vi';
        $this->timeout = max(0.1, min(10.0, (float) ($options['timeout'] ?? 1.0)));
        $this->cacheSeconds = max(1, (int) ($options['cacheSeconds'] ?? 30));
        $this->cacheFolder = (string) ($options['cacheFolder'] ?? sys_get_temp_dir());
        $this->trustedProxies = array_map('strval', (array) ($options['trustedProxies'] ?? []));
    }

    /** False if host or site is not one. Then every method returns an empty text. */
    public function isConfigured(): bool
    {
        return $this->host !== '' && $this->site !== '';
    }

    /**
     * The line that counts views, for <head>. Only once a page.
     *
     * @param array $attributes further attributes: nonce, integrity, data-heartbeat, data-hash, data-manual…
     */
    public function script(array $attributes = []): string
    {
        if (!$this->isConfigured()) {
            return '';
        }
        if (isset($attributes['integrity'])) {
            $attributes += ['crossorigin' => 'anonymous'];
        }
        return self::element(
            'script',
            ['async' => true, 'src' => $this->host . '/sitepulse.js', 'data-site' => $this->site] + $attributes,
            ''
        );
    }

    /**
     * A style that reserves the space of counters and polls, so that nothing below moves.
     *
     * @param string $nonce of the page's Content-Security-Policy
     */
    public function style(string $nonce = ''): string
    {
        return $this->isConfigured() ? self::element(
            'style',
            $nonce === '' ? [] : ['nonce' => $nonce],
            'sitepulse-counter{display:block;min-height:7.5em}sitepulse-poll{display:block;min-height:20em}'
        ) : '';
    }

    /**
     * A counter. The numbers of now are in it for readers without scripts, and for those who wait for the script. If
     * sitepulse does not answer, an image is, which browsers load themselves.
     *
     * @param array $attributes show, metric, layout, lang, theme, label-online…
     */
    public function counter(array $attributes = []): string
    {
        if (!$this->isConfigured()) {
            return '';
        }
        $attributes = ['site' => $this->site] + $attributes;
        $counters = $this->counters();
        $inner = $counters === null ? $this->image($attributes) : $this->figures($counters, $attributes);
        return self::element('sitepulse-counter', $attributes, $inner);
    }

    /** A poll. Readers without scripts vote in a frame. */
    public function poll(string $poll, array $attributes = []): string
    {
        if (!$this->isConfigured() || preg_match('~^[A-Za-z0-9._-]{1,64}$~D', $poll) !== 1) {
            return '';
        }
        $frame = self::element('iframe', [
            'src' => $this->host . '/embed/poll?poll=' . rawurlencode($poll) . '&lang=' . $this->langOf($attributes),
            'title' => self::LABELS[$this->langOf($attributes)]['poll'],
            'width' => '300',
            'height' => '580',
            'loading' => 'lazy',
        ], '');
        return self::element('sitepulse-poll', ['poll' => $poll] + $attributes, $frame);
    }

    /**
     * The counters as sitepulse answers them: online, today, total, …, or null. Kept for cacheSeconds in a file. If
     * sitepulse does not answer, the last ones are used for an hour, and it is asked again after cacheSeconds.
     */
    public function counters(): ?array
    {
        if (!$this->isConfigured()) {
            return null;
        }
        $file = $this->cacheFolder . '/sitepulse-' . md5($this->host . ' ' . $this->site) . '.json';
        $kept = $this->kept($file);
        if ($kept !== null && time() - $kept['asked'] < $this->cacheSeconds) {
            return $kept['counters'];
        }
        [$status, $body] = $this->request('GET', '/api/sites/' . rawurlencode($this->site) . '/counters', [], null);
        $counters = $status === 200 ? json_decode($body, true) : null;
        if (is_array($counters) && isset($counters['online'], $counters['total'])) {
            $this->keep($file, ['asked' => time(), 'answered' => time(), 'counters' => $counters]);
            return $counters;
        }
        $answered = $kept['answered'] ?? 0;
        $last = time() - $answered < 3600 ? $kept['counters'] : null;
        $this->keep($file, ['asked' => time(), 'answered' => $answered, 'counters' => $last]);
        return $last;
    }

    /**
     * Counts a view without a script: for feeds, downloads and pages that must have none. Do not use it on pages with
     * the script, or they count twice.
     *
     * The visitor's address and browser go along. sitepulse believes them only if the portal's address is in
     * sitepulse.ingest.trusted-proxies, and in the file of SITEPULSE_PROXIES where nginx is in between.
     *
     * @param string|null $page  path, by default that of the request
     * @param string|null $title title of the page
     * @param array|null  $server by default $_SERVER
     * @return bool true if it was counted
     */
    public function view(?string $page = null, ?string $title = null, ?array $server = null): bool
    {
        $server = $server ?? $_SERVER;
        if (!$this->isConfigured() || !self::isView($server)) {
            return false;
        }
        $event = [
            'id' => self::uuid(),
            'site' => $this->site,
            'page' => $page ?? (string) ($server['REQUEST_URI'] ?? '/'),
            'title' => $title,
            'referrer' => $server['HTTP_REFERER'] ?? null,
            'language' => self::language((string) ($server['HTTP_ACCEPT_LANGUAGE'] ?? '')),
        ];
        $body = json_encode(
            array_filter($event, static function ($value) {
                return $value !== null && $value !== '';
            }),
            JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_INVALID_UTF8_SUBSTITUTE
        );
        $headers = [
            'Content-Type' => 'application/json',
            'User-Agent' => (string) ($server['HTTP_USER_AGENT'] ?? ''),
            'X-Forwarded-For' => $this->address($server),
        ];
        if (($server['HTTP_SEC_GPC'] ?? '') === '1') {
            $headers['Sec-GPC'] = '1';
        }
        [$status] = $this->request('POST', '/api/events', $headers, (string) $body);
        return $status === 202;
    }

    /** Counts a view when the page is finished, so that the visitor need not wait where PHP runs as FPM. */
    public function viewAtEnd(?string $page = null, ?string $title = null): void
    {
        $server = $_SERVER;
        register_shutdown_function(function () use ($page, $title, $server) {
            $status = http_response_code();
            if (is_int($status) && $status >= 400) {
                return;
            }
            if (function_exists('fastcgi_finish_request')) {
                fastcgi_finish_request();
            }
            $this->view($page, $title, $server);
        });
    }

    // --- Inside -----------------------------------------------------------------------------------

    /** What a browser prepares in advance was not seen, and HEAD or POST shows no page. */
    private static function isView(array $server): bool
    {
        $purpose = ($server['HTTP_SEC_PURPOSE'] ?? '') . ($server['HTTP_PURPOSE'] ?? '');
        return ($server['REQUEST_METHOD'] ?? 'GET') === 'GET' && stripos($purpose, 'prefetch') === false;
    }

    /** The right-most address that is none of the portal's own proxies. Those to the left are the client's claim. */
    private function address(array $server): string
    {
        $address = (string) ($server['REMOTE_ADDR'] ?? '');
        $hops = explode(',', (string) ($server['HTTP_X_FORWARDED_FOR'] ?? ''));
        while ($hops !== [] && in_array($address, $this->trustedProxies, true)) {
            $hop = trim((string) array_pop($hops));
            if (filter_var($hop, FILTER_VALIDATE_IP) === false) {
                break;
            }
            $address = $hop;
        }
        return $address;
    }

    private static function language(string $accepted): ?string
    {
        return preg_match('~^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*~', $accepted, $found) === 1 ? $found[0] : null;
    }

    private static function uuid(): string
    {
        $bytes = random_bytes(16);
        $bytes[6] = chr(ord($bytes[6]) & 0x0f | 0x40);
        $bytes[8] = chr(ord($bytes[8]) & 0x3f | 0x80);
        return vsprintf('%s%s-%s-%s-%s-%s%s%s', str_split(bin2hex($bytes), 4));
    }

    private function langOf(array $attributes): string
    {
        $lang = $attributes['lang'] ?? $this->lang;
        return strncmp((string) $lang, 'vi', 2) === 0 ? 'vi' : 'en';
    }

    private function figures(array $counters, array $attributes): string
    {
        $lang = $this->langOf($attributes);
        $metric = in_array($attributes['metric'] ?? '', ['views', 'visitors'], true) ? $attributes['metric'] : 'visits';
        $shown = array_map('trim', explode(',', (string) ($attributes['show'] ?? 'online,today,total')));
        $items = '';
        foreach (array_intersect($shown, self::FIGURES) as $figure) {
            $value = $figure === 'online' ? $counters['online'] : ($counters[$figure][$metric] ?? 0);
            $label = $attributes['label-' . $figure] ?? self::LABELS[$lang][$figure === 'total' ? $metric : $figure];
            $number = number_format((float) $value, 0, ',', $lang === 'vi' ? '.' : ',');
            $items .= self::element('li', [], self::escaped((string) $label) . ': <b>' . $number . '</b>');
        }
        return self::element('ul', [], $items);
    }

    private function image(array $attributes): string
    {
        $query = http_build_query(
            array_intersect_key($attributes, ['show' => 1, 'metric' => 1]) + ['lang' => $this->langOf($attributes)]
        );
        $source = $this->host . '/api/sites/' . rawurlencode($this->site) . '/counters.svg?' . $query;
        $text = self::LABELS[$this->langOf($attributes)]['image'];
        return '<img src="' . self::escaped($source) . '" alt="' . self::escaped($text) . '">';
    }

    private static function element(string $name, array $attributes, string $inner): string
    {
        $text = '<' . $name;
        foreach ($attributes as $key => $value) {
            if ($value === false || $value === null || preg_match('~^[a-z][a-z-]*$~D', (string) $key) !== 1) {
                continue;
            }
            $text .= ' ' . $key . ($value === true ? '' : '="' . self::escaped((string) $value) . '"');
        }
        return $text . '>' . $inner . '</' . $name . '>';
    }

    private static function escaped(string $text): string
    {
        return htmlspecialchars($text, ENT_QUOTES | ENT_SUBSTITUTE, 'UTF-8');
    }

    private function kept(string $file): ?array
    {
        $text = @file_get_contents($file);
        $kept = $text === false ? null : json_decode($text, true);
        return is_array($kept) && isset($kept['asked'], $kept['answered']) ? $kept + ['counters' => null] : null;
    }

    /** Another request must never read half a file. */
    private function keep(string $file, array $kept): void
    {
        $new = @tempnam($this->cacheFolder, 'sitepulse');
        if ($new !== false && (@file_put_contents($new, json_encode($kept)) === false || !@rename($new, $file))) {
            @unlink($new);
        }
    }

    /** @return array{0: int, 1: string} status, 0 if there is no answer, and body */
    private function request(string $method, string $path, array $headers, ?string $body): array
    {
        $lines = [];
        foreach ($headers as $name => $value) {
            $lines[] = $name . ': ' . preg_replace('~[\x00-\x1f\x7f]~', '', $value);
        }
        $lines[] = 'Connection: close';
        $context = stream_context_create([
            'http' => [
                'method' => $method,
                'header' => $lines,
                'content' => $body ?? '',
                'timeout' => $this->timeout,
                'ignore_errors' => true,
                'follow_location' => 0,
                'protocol_version' => 1.1,
            ],
        ]);
        $stream = @fopen($this->host . $path, 'rb', false, $context);
        if ($stream === false) {
            return [0, ''];
        }
        $answer = (string) stream_get_contents($stream, self::MOST_BYTES);
        $first = stream_get_meta_data($stream)['wrapper_data'][0] ?? '';
        fclose($stream);
        return preg_match('~^HTTP/\S+ (\d{3})~', (string) $first, $found) === 1 ? [(int) $found[1], $answer] : [0, ''];
    }
}
