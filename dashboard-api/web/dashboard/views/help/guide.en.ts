import { SNIPPETS, type Guide } from './guide.js';

/** The guides in English. */
export const english: readonly Guide[] = [
  {
    id: 'editor',
    title: 'For editors',
    lead: 'Put the counting script, counters and polls into pages, and check that they count.',
    chapters: [
      {
        title: 'The counting script',
        text: [
          'It is one line. Put it once into the template, so that every page has it. The line of each site is under Sites, the site, Code to embed.',
          'A page has one counting script. If there are two with different ids, only one is used, and the views may count for another site.',
        ],
        codeLabel: 'Line of the script',
        code: SNIPPETS.en.script,
      },
      {
        title: 'NukeViet 4',
        steps: [
          'Open themes/<theme>/layout/footer_only.tpl and paste the line before </body>.',
          'For a counter or a poll: administration, theme management, blocks, add a block, module page, file global.html. Paste the element as HTML.',
          'If its Content-Security-Policy is on, add the address of this server as below.',
          'Remove the statistics block of NukeViet, or readers see two different numbers.',
        ],
      },
      {
        title: 'WordPress',
        steps: [
          'Sign in as an administrator. For others WordPress removes scripts silently.',
          'Block theme: Appearance, Editor, Patterns, Footer, add a Custom HTML block with the line. Classic theme: Appearance, Widgets, Custom HTML in the footer.',
          'Put counters and polls into Custom HTML blocks where they are to be shown.',
        ],
      },
      {
        title: 'Joomla 4, 5',
        steps: [
          'System, Site Modules, New, Custom. Switch the editor off and paste the line.',
          'Choose a position that every page has (debug or footer in Cassiopeia) and On all pages.',
          'Only Super Users may save scripts, unless Text Filters in Global Configuration say otherwise.',
        ],
      },
      {
        title: 'SharePoint, Liferay',
        text: [
          'Modern SharePoint pages run no scripts of editors. Use the web part Embed with an iframe. It shows numbers and takes votes but does not count the page. For counting, a developer adds the script with the SharePoint Framework.',
          'Liferay: Applications, Client Extensions, Add JavaScript, the address of sitepulse.js on this server, the attributes async and data-site. Then add it to all pages under Look and Feel.',
        ],
      },
      {
        title: 'Counters and polls in a page',
        text: [
          'A page with the script only needs the element where it is to be shown. The min-height reserves its space, so that nothing below moves.',
          'Attributes change words and figures, such as show="online,today,total" and label-total="Total".',
        ],
        codeLabel: 'Tags of counter and poll',
        code: SNIPPETS.en.counter,
      },
      {
        title: 'Pages without scripts',
        text: ['Use an iframe or an image. A poll in an iframe takes votes.'],
        codeLabel: 'Frame and image',
        code: `${SNIPPETS.en.iframe}\n${SNIPPETS.en.image}`,
      },
      {
        title: 'Content-Security-Policy',
        text: ['If the pages have a policy, add the address of this server to these directives.'],
        codeLabel: 'Addresses to add',
        code: SNIPPETS.en.policy,
      },
      {
        title: 'Why is nothing counted?',
        steps: [
          'Open the page, press F12 and choose Console. A line that begins with [sitepulse] tells the reason.',
          'Status 404: the data-site of the script is not registered or is mistyped. Status 403: the domain of the page is not among those of the site.',
          'Add the attribute data-debug to the script to see each event. If it shows sitepulse.optOut, this browser is excluded from the counts.',
          'See State of sites: the last signal, refused domains and ids that are not registered.',
        ],
      },
    ],
  },
  {
    id: 'manager',
    title: 'For managers',
    lead: 'Read figures, write reviews, set targets and hold polls.',
    chapters: [
      {
        title: 'What the figures mean',
        text: [
          'A visit ends after 30 minutes without activity. A page view is one opening of a page.',
          'Visitor-days are the visitors of each day, added up. A person who comes on three days counts three times, so they are not people.',
          'Online now are those with an open page in the last 5 minutes. Robots are in no figure.',
        ],
      },
      {
        title: 'Comparisons',
        text: [
          'Months, quarters, half-years and years stand beside the whole same period of the year before. A running period stands beside the same part of it, until the same day and time of day. A week stands beside the week 52 weeks before. 29 February has no counterpart.',
          'Changes are those of the sites that were counted in both periods. If there is none, you read since when they are counted.',
        ],
      },
      {
        title: 'A review to sign',
        steps: [
          'Open Review, choose scope and period, and enter the organisation for its head.',
          'Read its sentences and notes. Every sentence is made from the figures.',
          'Press Issue review. It gets a number of the year and is stored with the hash of its figures. It cannot be changed or removed. Those who may edit all its sites may issue it.',
          'Download the PDF to sign, or the workbook.',
          'Issued reviews shows it again as it was. If the same review has other figures now, the page tells which and why.',
          'A review that is made again has the polls, mergers, sites and baselines of the end of its period. What was entered or corrected later is told in its notes.',
        ],
      },
      {
        title: 'Baseline and total',
        text: [
          'For a site with an old counter enter its figures, the last day it counted and the source. They are added to the total only, never to a month or year.',
          'The page Public total of a site adds up the baseline and all days, tells who entered and corrected it, and recounts on request.',
        ],
      },
      {
        title: 'Event ledger',
        text: [
          'The ledger at the end of a site’s statistics proves: received = counted + duplicates + bots + invalid. Events refused for their domain are listed apart, with a button to allow it.',
        ],
      },
      {
        title: 'Targets',
        text: [
          'Set a target for a site, a group or all, for a month, quarter, half-year or year. Its progress is in the overview and in reviews.',
        ],
      },
      {
        title: 'Notes on days',
        text: [
          'A power cut, a new domain, a conference: note it on its days, for a site, a group or all. Notes and holidays are on charts and in reviews, and are named with the highest and the lowest day and with a fall.',
        ],
      },
      {
        title: 'Polls',
        text: [
          'Create a poll, choose its site, write question and options, and publish. Options cannot be removed after the first ballot. Results are shown always, after voting, after closing or to managers only.',
        ],
      },
      {
        title: 'Mergers and accounts',
        text: [
          'When a department takes over another one, open the site of the one that stays and choose Merge. The merger can be undone at any time.',
          'Administrators add people under Accounts and hand out an invitation link. It works once, within 7 days.',
        ],
      },
    ],
  },
  {
    id: 'operator',
    title: 'For operators',
    lead: 'Run the server, keep it safe and check the figures.',
    chapters: [
      {
        title: 'Start',
        text: [
          'The first start prints a link that makes the first administrator. A new installation has no sites.',
        ],
        codeLabel: 'Command to start',
        code: './sitepulse up --data /srv/sitepulse --port 8080',
      },
      {
        title: 'Behind HTTPS',
        text: [
          'Put an HTTPS server with HTTP/2 in front. With HTTP/1.1 a browser has six connections to a host, so several open windows wait for each other.',
          'Name that server in sitepulse.ingest.trusted-proxies and sitepulse.dashboard.trusted-proxies. Otherwise all visitors count as one machine.',
        ],
      },
      {
        title: 'Countries of visitors',
        text: [
          'They need a GeoIP file (MMDB), named by sitepulse.ingest.geoip. Without it every visit is Unknown.',
        ],
      },
      {
        title: 'Is all well?',
        text: [
          'The doctor asks each part of the server, its disk and its clock, and says what to do. State of sites shows which sites send nothing, which domains are refused and which proxy is not trusted.',
        ],
        codeLabel: 'Command doctor',
        code: SNIPPETS.en.doctor,
      },
      {
        title: 'Backup, upgrade',
        steps: [
          'Stop the server. Nothing may count while a backup is made.',
          'Run the command below. The ZIP file has figures, events, accounts and issued reviews. Keep it on another machine.',
          'For an upgrade replace the program and start it with the same data folder. Pages that are open load the new version by themselves.',
          'Try sitepulse restore in an empty folder now and then. A backup nobody has restored is none.',
        ],
        codeLabel: 'Command to back up',
        code: SNIPPETS.en.backup,
      },
      {
        title: 'Check the figures',
        text: ['Recounts the stored events and compares with the counters.'],
        codeLabel: 'Command to recount',
        code: './sitepulse audit --site ID',
      },
      {
        title: 'Lost password of an administrator',
        text: ['Run it on the server. It prints a link for a new password.'],
        codeLabel: 'Command for a link',
        code: './sitepulse invite LOGIN',
      },
    ],
  },
];
