import { define } from '../../app/element.js';
import '../../components/data-table/data-table.js';
import '../../components/dialog/dialog.js';
import { NotesView } from './notes.js';

define('sp-notes-view', NotesView);
