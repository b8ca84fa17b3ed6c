<?php

// The plugins with the functions and classes of their systems that they use, so that they run without the systems.

namespace {
    $hooks = [];
    $stored = [];
    $editor = false;
    $errors = [];

    function add_action($name, $function) { $GLOBALS['hooks'][$name] = $function; }
    function add_shortcode($name, $function) { $GLOBALS['hooks']['[' . $name] = $function; }
    function get_option($name, $otherwise) { return $GLOBALS['stored'][$name] ?? $otherwise; }
    function get_locale() { return 'vi'; }
    function get_temp_dir() { return getenv('CACHE'); }
    function is_preview() { return false; }
    function current_user_can($what) { return $GLOBALS['editor']; }
    function add_settings_error($setting, $code, $message) { $GLOBALS['errors'][] = $message; }
    function settings_fields($group) { }
    function submit_button() { }
    function esc_attr($text) { return htmlspecialchars($text, ENT_QUOTES); }
    function esc_html($text) { return htmlspecialchars($text, ENT_QUOTES); }
    function checked($value, $wanted, $print) { return $value === $wanted ? ' checked' : ''; }

    final class TestRequest
    {
        private array $post;
        public function __construct(array $post) { $this->post = $post; }
        public function get_title($name, $from, $otherwise) { return $this->post[$name] ?? $otherwise; }
        public function get_int($name, $from, $otherwise) { return (int) ($this->post[$name] ?? $otherwise); }
    }

    final class TestApplication
    {
        public string $body = '';
        public string $client = 'site';
        public string $type = 'html';
        public function isClient($name) { return $this->client === $name; }
        public function getDocument() { return $this; }
        public function getType() { return $this->type; }
        public function getLanguage() { return $this; }
        public function getTag() { return 'vi-VN'; }
        public function get($name, $otherwise) { return getenv('CACHE'); }
        public function getBody() { return $this->body; }
        public function setBody($body) { $this->body = $body; }
    }

    final class TestParameters
    {
        private array $values;
        public function __construct(array $values) { $this->values = $values; }
        public function get($name, $otherwise) { return $this->values[$name] ?? $otherwise; }
    }
}

namespace Joomla\Event {
    interface SubscriberInterface
    {
        public static function getSubscribedEvents(): array;
    }
}

namespace Joomla\CMS\Plugin {
    abstract class CMSPlugin
    {
        public $params;
        public $application;
        protected function getApplication() { return $this->application; }
    }
}
