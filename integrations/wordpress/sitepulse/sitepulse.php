<?php

/**
 * Plugin Name: sitepulse
 * Description: Đếm lượt truy cập và bình chọn / Visitor counts and polls by sitepulse.
 * Version: 1.0.0
 * Requires at least: 5.9
 * Requires PHP: 7.4
 */

if (!defined('ABSPATH')) {
    exit;
}

require_once __DIR__ . '/sitepulse-client.php';

const SITEPULSE_OPTION = 'sitepulse';
const SITEPULSE_DEFAULTS = ['host' => '', 'site' => '', 'footer' => '1', 'editors' => ''];

function sitepulse_options(): array
{
    $stored = get_option(SITEPULSE_OPTION, []);
    return array_merge(SITEPULSE_DEFAULTS, is_array($stored) ? $stored : []);
}

function sitepulse_client(): Sitepulse
{
    $options = sitepulse_options();
    $lang = strncmp(get_locale(), 'vi', 2) === 0 ? 'vi' : 'en';
    return new Sitepulse($options['host'], $options['site'], ['lang' => $lang, 'cacheFolder' => get_temp_dir()]);
}

/** Editors who are signed in are not counted, unless that is wanted. Nor are previews. */
function sitepulse_counts(): bool
{
    return !is_preview() && (sitepulse_options()['editors'] === '1' || !current_user_can('edit_posts'));
}

function sitepulse_head(): void
{
    $attributes = sitepulse_counts() ? [] : ['data-manual' => true];
    echo sitepulse_client()->style(), sitepulse_client()->script($attributes), "\n";
}

function sitepulse_footer(): void
{
    if (sitepulse_options()['footer'] === '1') {
        echo '<div class="sitepulse-footer">', sitepulse_client()->counter(['layout' => 'inline']), "</div>\n";
    }
}

/** [sitepulse_counter show="online,today" metric="views"] */
function sitepulse_counter_shortcode($attributes): string
{
    $known = ['show', 'metric', 'layout', 'lang', 'theme'];
    return sitepulse_client()->counter(array_intersect_key((array) $attributes, array_flip($known)));
}

/** [sitepulse_poll id="website-content"] */
function sitepulse_poll_shortcode($attributes): string
{
    $attributes = (array) $attributes;
    $known = array_flip(['lang', 'theme', 'heading-level']);
    return sitepulse_client()->poll((string) ($attributes['id'] ?? ''), array_intersect_key($attributes, $known));
}

function sitepulse_sanitize($input): array
{
    $input = is_array($input) ? $input : [];
    $options = [
        'host' => rtrim(trim((string) ($input['host'] ?? '')), '/'),
        'site' => trim((string) ($input['site'] ?? '')),
        'footer' => empty($input['footer']) ? '' : '1',
        'editors' => empty($input['editors']) ? '' : '1',
    ];
    if (!(new Sitepulse($options['host'], $options['site']))->isConfigured()) {
        add_settings_error(
            SITEPULSE_OPTION,
            'sitepulse',
            'Địa chỉ (https://…) hoặc mã trang không đúng / address (https://…) or site id is wrong.'
        );
    }
    return $options;
}

function sitepulse_settings(): void
{
    register_setting('sitepulse', SITEPULSE_OPTION, ['sanitize_callback' => 'sitepulse_sanitize']);
}

function sitepulse_menu(): void
{
    add_options_page('sitepulse', 'sitepulse', 'manage_options', 'sitepulse', 'sitepulse_page');
}

function sitepulse_page(): void
{
    $options = sitepulse_options();
    $fields = [
        'host' => 'Địa chỉ sitepulse / address (https://…)',
        'site' => 'Mã trang / site id',
        'footer' => 'Hiện bộ đếm ở chân trang / show the counter in the footer',
        'editors' => 'Đếm cả người biên tập / count editors too',
    ];
    echo '<div class="wrap"><h1>sitepulse</h1><form method="post" action="options.php">';
    settings_fields('sitepulse');
    foreach ($fields as $name => $label) {
        $id = 'sitepulse-' . $name;
        $isText = $name === 'host' || $name === 'site';
        printf(
            '<p><label for="%1$s">%2$s</label> <input id="%1$s" name="%3$s[%4$s]" %5$s></p>',
            esc_attr($id),
            esc_html($label),
            esc_attr(SITEPULSE_OPTION),
            esc_attr($name),
            $isText
                ? 'type="text" class="regular-text" value="' . esc_attr($options[$name]) . '"'
                : 'type="checkbox" value="1"' . checked($options[$name], '1', false)
        );
    }
    submit_button();
    echo '</form></div>';
}

add_action('wp_head', 'sitepulse_head');
add_action('wp_footer', 'sitepulse_footer');
add_action('admin_init', 'sitepulse_settings');
add_action('admin_menu', 'sitepulse_menu');
add_shortcode('sitepulse_counter', 'sitepulse_counter_shortcode');
add_shortcode('sitepulse_poll', 'sitepulse_poll_shortcode');
