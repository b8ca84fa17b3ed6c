<?php

/**
 * Block of NukeViet 4 and 5: the script, the counter and, if wanted, a poll of sitepulse.
 *
 * Copy global.sitepulse.php, global.sitepulse.ini and sitepulse-client.php to themes/THEME/blocks.
 */

if (!defined('NV_MAINFILE')) {
    exit('Stop!!!');
}

if (!function_exists('nv_sitepulse_block')) {
    require_once __DIR__ . '/sitepulse-client.php';

    /** The fields of the block in the administration. */
    function nv_sitepulse_config($module, $data_block, $lang_block = null)
    {
        $fields = [
            'host' => 'Địa chỉ sitepulse (https://…)',
            'site' => 'Mã trang',
            'poll' => 'Mã bình chọn (để trống nếu không có)',
        ];
        $html = '';
        foreach ($fields as $name => $label) {
            $value = htmlspecialchars((string) ($data_block[$name] ?? ''), ENT_QUOTES, 'UTF-8');
            $html .= '<div class="form-group row mb-3"><label class="control-label col-sm-6 col-form-label">' . $label
                . ':</label><div class="col-sm-18"><input class="form-control" type="text" name="config_' . $name
                . '" value="' . $value . '"></div></div>';
        }
        $checked = empty($data_block['line']) ? '' : ' checked';
        return $html . '<div class="form-group row mb-3"><div class="col-sm-18 offset-sm-6"><label>'
            . '<input type="checkbox" name="config_line" value="1"' . $checked . '> '
            . 'Đếm lượt xem (chỉ chọn ở một block của mỗi trang)</label></div></div>';
    }

    /** Reads the fields and checks them. */
    function nv_sitepulse_submit($module, $lang_block = null)
    {
        global $nv_Request;
        $config = [];
        foreach (['host', 'site', 'poll'] as $name) {
            $config[$name] = trim((string) $nv_Request->get_title('config_' . $name, 'post', ''));
        }
        $config['line'] = $nv_Request->get_int('config_line', 'post', 0) === 1 ? 1 : 0;
        $error = [];
        if (!(new Sitepulse($config['host'], $config['site']))->isConfigured()) {
            $error[] = 'Địa chỉ (https://…) hoặc mã trang không đúng';
        }
        return ['error' => $error, 'config' => $config];
    }

    /** The block in a page. */
    function nv_sitepulse_block($block_config)
    {
        $lang = defined('NV_LANG_INTERFACE') && NV_LANG_INTERFACE !== 'vi' ? 'en' : 'vi';
        $options = ['lang' => $lang];
        if (defined('NV_ROOTDIR') && defined('NV_TEMP_DIR')) {
            $options['cacheFolder'] = NV_ROOTDIR . '/' . NV_TEMP_DIR;
        }
        $client = new Sitepulse((string) ($block_config['host'] ?? ''), (string) ($block_config['site'] ?? ''), $options);
        $poll = (string) ($block_config['poll'] ?? '');
        return (empty($block_config['line']) ? '' : $client->script())
            . $client->counter()
            . ($poll === '' ? '' : $client->poll($poll));
    }
}

if (defined('NV_SYSTEM')) {
    $content = nv_sitepulse_block($block_config);
}
