<?php

namespace Sitepulse\Plugin\System\Sitepulse\Extension;

defined('_JEXEC') or die;

use Joomla\CMS\Plugin\CMSPlugin;
use Joomla\Event\SubscriberInterface;

require_once \dirname(__DIR__, 2) . '/sitepulse-client.php';

/**
 * Puts the script into pages of the site, the counter into their foot, and replaces {sitepulse-counter} and
 * {sitepulse-poll ID} in their texts. Pages of the administration and answers that are no HTML stay as they are.
 */
final class SitepulsePlugin extends CMSPlugin implements SubscriberInterface
{
    protected $autoloadLanguage = true;

    public static function getSubscribedEvents(): array
    {
        return ['onAfterRender' => 'place'];
    }

    public function place(): void
    {
        $application = $this->getApplication();
        if (!$application->isClient('site') || $application->getDocument()->getType() !== 'html') {
            return;
        }
        $lang = strncmp($application->getLanguage()->getTag(), 'vi', 2) === 0 ? 'vi' : 'en';
        $client = new \Sitepulse(
            (string) $this->params->get('host', ''),
            (string) $this->params->get('site', ''),
            ['lang' => $lang, 'cacheFolder' => (string) $application->get('tmp_path', sys_get_temp_dir())]
        );
        $application->setBody($this->placed((string) $application->getBody(), $client));
    }

    private function placed(string $page, \Sitepulse $client): string
    {
        $page = str_replace('{sitepulse-counter}', $client->counter(), $page);
        $page = preg_replace_callback(
            '~\{sitepulse-poll ([A-Za-z0-9._-]{1,64})\}~',
            static function (array $found) use ($client): string {
                return $client->poll($found[1]);
            },
            $page
        ) ?? $page;
        $page = self::before('</head>', $page, $client->style() . $client->script());
        return (string) $this->params->get('footer', '1') === '1'
            ? self::before('</body>', $page, '<div class="sitepulse-footer">' . $client->counter(['layout' => 'inline']) . '</div>')
            : $page;
    }

    /** The first end of the head and the last of the body: texts and scripts between may have the same letters. */
    private static function before(string $mark, string $page, string $text): string
    {
        $at = $mark === '</head>' ? stripos($page, $mark) : strripos($page, $mark);
        return $at === false ? $page : substr_replace($page, $text, $at, 0);
    }
}
