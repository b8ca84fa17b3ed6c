package io.sitepulse.local.dashboard;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Works a page with nothing but keys. */
final class Keyboard {
  /** More stops than any view has. */
  private static final int MOST_STOPS = 400;

  private static final String STEPS_TO =
      """
      (select, label) => {
        const at = [...select.options].findIndex(option => option.label.trim() === label);
        return at < 0 ? null : at - select.selectedIndex;
      }""";

  /**
   * Numbers the controls of the topmost dialog, or of the page. A group of radio buttons is one tab
   * stop.
   */
  private static final String CONTROLS =
      """
      () => {
        const inside = element => element.shadowRoot?.children
            ?? (element.localName === 'slot' && element.assignedElements().length
                ? element.assignedElements() : element.children);
        const all = element => [element, ...[...inside(element)].flatMap(all)];
        const page = all(document.body);
        const dialog = page.filter(element => element.matches('dialog:modal')).at(-1);
        const isStop = element =>
            element.matches('a[href], button, input, select, textarea, summary, [tabindex]')
            && !element.disabled && element.tabIndex >= 0 && element.checkVisibility()
            && !(element.type === 'radio' && !element.checked);
        window.controls = (dialog ? all(dialog) : page).filter(isStop);
        return window.controls.map(element => element.outerHTML.slice(0, 120));
      }""";

  /** Number of the focused control, -1 if there is none, -2 if its focus is not visible. */
  private static final String FOCUSED =
      """
      () => {
        let element = document.activeElement;
        while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
        const rings = [element, element.nextElementSibling, element.parentElement];
        const isSeen = rings.some(one => one && getComputedStyle(one).outlineStyle !== 'none'
            && parseFloat(getComputedStyle(one).outlineWidth) > 0);
        const number = window.controls.indexOf(element);
        return number < 0 || isSeen ? number : -2 - number;
      }""";

  /** Which of the numbered controls one should still reach: a page that is live draws new ones. */
  private static final String STILL_THERE =
      """
      numbers => numbers.filter(number => {
        const control = window.controls[number];
        return control.isConnected && control.tabIndex >= 0 && control.checkVisibility();
      })""";

  private final Page page;

  Keyboard(Page page) {
    this.page = page;
  }

  /** The controls that Tab cannot reach, and those that do not show that they have the focus. */
  List<String> unreachable() {
    @SuppressWarnings("unchecked")
    var controls = (List<String>) page.evaluate(CONTROLS);
    var missing = new TreeMap<Integer, String>();
    for (int i = 0; i < controls.size(); i++) {
      missing.put(i, controls.get(i));
    }
    var unseen = new ArrayList<String>();
    for (int i = 0; i < MOST_STOPS && !missing.isEmpty(); i++) {
      page.keyboard().press("Tab");
      int at = ((Number) page.evaluate(FOCUSED)).intValue();
      if (at <= -2) {
        unseen.add("no ring: " + controls.get(-2 - at));
      }
      missing.remove(at <= -2 ? -2 - at : at);
    }
    for (Object number : (List<?>) page.evaluate(STILL_THERE, List.copyOf(missing.keySet()))) {
      unseen.add(missing.get(((Number) number).intValue()));
    }
    return unseen;
  }

  /** Goes on to something by Tab. */
  Keyboard to(Locator wanted) {
    Locator one = wanted.first();
    one.waitFor();
    for (int i = 0; i < MOST_STOPS; i++) {
      if (isFocused(one)) {
        return this;
      }
      page.keyboard().press("Tab");
    }
    throw new AssertionError("Tab does not lead to " + wanted);
  }

  /** Goes on to something and presses it. */
  Keyboard enter(Locator wanted) {
    return to(wanted).press("Enter");
  }

  Keyboard press(String key) {
    page.keyboard().press(key);
    return this;
  }

  /** Writes into the field that has the focus, in place of what is there. */
  Keyboard write(String text) {
    page.keyboard().press("ControlOrMeta+A");
    page.keyboard().insertText(text);
    return this;
  }

  /** Goes on to a list and chooses by the arrows. */
  Keyboard choose(Locator list, String label) {
    to(list);
    if (!(list.first().evaluate(STEPS_TO, label) instanceof Number steps)) {
      throw new AssertionError(label + " is not in " + list);
    }
    for (int i = 0; i < Math.abs(steps.intValue()); i++) {
      press(steps.intValue() > 0 ? "ArrowDown" : "ArrowUp");
    }
    return this;
  }

  private static boolean isFocused(Locator one) {
    return (boolean) one.evaluate("element => element.getRootNode().activeElement === element");
  }
}
