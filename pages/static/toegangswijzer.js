// What Streamlit's front end lacks for a Dutch reader, a keyboard and a screen reader. Four things:
//   1. its built-in English texts and labels, for which it has no setting, are put into Dutch;
//   2. after a change of screen the focus goes to the new heading, instead of getting lost;
//   3. a long wait is shown and announced; and single keys (r: rerun) do nothing (WCAG 2.1.4);
//   4. on a phone the menu makes way for the screen that was chosen, and for Escape; every title names the app.
// It asks nothing of any server, keeps nothing, and may run twice without harm. If it fails, the app still works.

(() => {
  "use strict";

  if (window.toegangswijzer) return;
  window.toegangswijzer = true;

  // --- 1. Dutch -----------------------------------------------------------------------------------------------

  // As Streamlit 1.67 writes them, as far as they can show up in this app. First the names of what has no text of
  // its own. They are apart, because some are Dutch words too, and what a region wrote itself stays as it is.
  const NAMES = new Map([
    ["App pages", "Schermen"],
    ["Sidebar", "Menu"],
    ["Expand sidebar", "Menu openen"],
    ["Collapse sidebar", "Menu sluiten"],
    ["Main menu", "Instellingen"],
    ["Running...", "Bezig"],
    ["Close", "Sluiten"],
    ["Dismiss", "Sluiten"],
    ["Notifications", "Meldingen"],
    ["progress", "Voortgang"],
    ["Link to heading", "Link naar deze kop"],
    ["Scrollable table", "Tabel die u kunt schuiven"],
    ["Copy to clipboard", "Kopiëren"],
    ["Scroll tabs left", "Tabbladen naar links"],
    ["Scroll tabs right", "Tabbladen naar rechts"],
    ["Open", "Lijst openen"],
    ["Selected values", "Gekozen"],
    ["Clear all", "Alles wissen"],
    ["Clear value", "Keuze wissen"],
    ["Decrement", "Lager"],
    ["Increment", "Hoger"],
    ["Choose options", "Kies een of meer"],
    ["Choose an option", "Maak een keuze"],
    ["Choose or add options", "Kies of voeg toe"],
    ["Choose or add an option", "Kies of voeg toe"],
    ["Add options", "Voeg toe"],
    ["Add an option", "Voeg toe"],
    ["Add files", "Ander bestand kiezen"],
    ["file upload", "bestand kiezen"],
    ["Click to retry upload", "Klik om het opnieuw te proberen"],
  ]);

  const TEXTS = new Map([
    ["Skip to main content", "Naar de inhoud"],
    ["Fullscreen", "Volledig scherm"],
    ["Close fullscreen", "Volledig scherm sluiten"],
    ["No options to select", "Er is niets te kiezen"],
    ["No results", "Niets gevonden"],
    ["Select all", "Kies alles"],
    ["Press Enter to apply", "Druk op Enter om toe te passen"],
    ["Press Ctrl+Enter to apply", "Druk op Ctrl+Enter om toe te passen"],
    ["Press ⌘+Enter to apply", "Druk op ⌘+Enter om toe te passen"],
    ["Press Enter to submit form", "Druk op Enter om te versturen"],
    ["Press Ctrl+Enter to submit form", "Druk op Ctrl+Enter om te versturen"],
    ["Press ⌘+Enter to submit form", "Druk op ⌘+Enter om te versturen"],
    ["Upload", "Kies een bestand"],
    ["Browse files", "Kies een bestand"],
    ["Drag and drop a file here", "Sleep een bestand hierheen"],
    ["Drag and drop files here", "Sleep bestanden hierheen"],
    ["Error: ", "Fout: "],
    ["File size is too small.", "Dit bestand is leeg."],
    ["Please wait...", "Even geduld"],
    ["Page not found", "Deze pagina bestaat niet"],
    ["Connection error", "Geen verbinding"],
    ["Connection timed out.", "Het duurde te lang om verbinding te krijgen."],
    ["Connection lost. Please wait for the app to reconnect, then try again.",
      "De verbinding is weg. Wacht tot zij terug is en probeer het dan opnieuw."],
    ["Is Streamlit still running? If you accidentally stopped Streamlit, just restart it in your terminal:",
      "De Toegangswijzer is niet te bereiken. Laat dit venster open: de verbinding komt vanzelf terug als dat kan."],
    ["streamlit run yourscript.py", "Even geduld"],
    ["Streamlit server is not responding. Are you connected to the internet?",
      "De Toegangswijzer is niet te bereiken. Hebt u internet? De verbinding komt vanzelf terug als dat kan."],
  ]);

  // Texts and names with something of the app in them.
  const PATTERNS = [
    [/^Help for (.+)$/s, "Uitleg bij $1"],
    [/^Remove (.+)$/s, "Verwijder $1"],
    [/^Add: (.+)$/s, "Voeg toe: $1"],
    [/^(\d+) more$/, "Nog $1"],
    [/^Select (\d+) matches$/, "Kies deze $1"],
    [/^You can only select up to (\d+) options?\. Remove an option first\.$/,
      "U kunt er hoogstens $1 kiezen. Haal er eerst een weg."],
    [/^1 option available\.$/, "1 keuze."],
    [/^(\d+) options available\.$/, "$1 keuzes."],
    [/^(.+), selected$/s, "$1, gekozen"],
    [/^([\d.]+?)(?:\.0)?MB per file$/, "hoogstens $1 MB"],
    [/^File must be ([\d.]+?)(?:\.0)?MB or smaller\.$/, "Dit bestand is te groot. Het mag hoogstens $1 MB zijn."],
    [/^.* files are not allowed\.$/, "Dit soort bestand kan hier niet."],
    [/^(?:Error: )?Number is outside the allowed range\. Please enter a value between (\S+) and (\S+)\.$/,
      "Dit getal kan niet. Vul een getal in van $1 tot en met $2."],
    [/^(?:Error: )?Number is below the allowed range\. Please enter a value greater than or equal to (\S+)\.$/,
      "Dit getal is te laag. Vul $1 in of meer."],
    [/^(?:Error: )?Number is above the allowed range\. Please enter a value less than or equal to (\S+)\.$/,
      "Dit getal is te hoog. Vul $1 in of minder."],
    [/^(?:The page that you have requested|You have requested page) .*$/s,
      "U vroeg om een pagina die er niet is. U ziet nu het startscherm."],
    [/^This app has encountered an error\..*$/s,
      "Er ging iets mis. Bewaar uw dossier als bestand als dat nog kan, en ververs dan dit venster. " +
      "De beheerder vindt de oorzaak in het logboek."],
    [/^Connection failed with status \d+.*$/s, "De Toegangswijzer is niet te bereiken. Probeer het later opnieuw."],
  ];

  const ATTRIBUTES = ["aria-label", "placeholder", "title", "alt"];

  /** The Dutch for a text of Streamlit, or undefined when it is none of those. */
  const dutch = (text, known) => {
    if (!text || text.length > 400) return undefined;
    const whole = known.get(text);
    if (whole) return whole;
    const found = PATTERNS.find(([pattern]) => pattern.test(text));
    return found && text.replace(...found);
  };

  const translateText = (node) => {
    const found = dutch(node.data, TEXTS);
    if (found) node.data = found;
  };

  const translateAttributes = (element) => {
    for (const name of ATTRIBUTES) {
      const text = element.getAttribute(name);
      const found = text && (NAMES.get(text) ?? dutch(text, TEXTS));
      if (found) element.setAttribute(name, found);
    }
  };

  /** Everything in a part of the page that was added, but for drawings: they are large and hold our own texts. */
  const translate = (root) => {
    if (root.nodeType === Node.TEXT_NODE) return translateText(root);
    if (root.nodeType !== Node.ELEMENT_NODE) return;
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
      node.nodeName === "svg" || node.nodeName === "CANVAS" ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
    for (let node = walker.currentNode; node; node = walker.nextNode()) {
      if (node.nodeType === Node.TEXT_NODE) translateText(node);
      else translateAttributes(node);
    }
  };

  // --- 2. Focus -----------------------------------------------------------------------------------------------

  const PATIENCE = 10000; // ms; a screen that takes longer does not take the focus from who went on reading

  let path = location.pathname;
  let left = null; // the screen that was left: its heading, what had the focus, and when; null once the new one is in
  let shown = { heading: null, text: "" };

  /** Bring the focus to the heading of a new screen, unless the reader has already gone elsewhere in it. */
  const followScreen = (busy) => {
    if (location.pathname !== path) {
      path = location.pathname;
      closeMenu();
      left = { ...shown, focus: document.activeElement, at: Date.now() };
    }
    const heading = document.querySelector("[data-testid='stMain'] h1");
    if (left && heading && (heading !== left.heading || heading.textContent !== left.text)) {
      const active = document.activeElement;
      if (active === document.body || active === left.focus) {
        heading.tabIndex = -1;
        heading.closest("[data-testid='stMain']").scrollTo(0, 0); // what stands above the heading stays in sight
        heading.focus({ preventScroll: true });
        left.focus = heading;
      }
      // Not before the run is over: until then the front end may replace the heading, and the focus is lost again.
      if (!busy) left = null;
    }
    if (left && Date.now() - left.at > PATIENCE) left = null;
    if (!left) shown = { heading, text: heading?.textContent ?? "" };
  };

  // --- 3. Waiting, and keys -----------------------------------------------------------------------------------

  const LONG = 1000; // ms; a shorter wait needs no words
  const status = document.createElement("div");
  status.setAttribute("role", "status");
  status.style.cssText =
    "position:fixed;bottom:0;left:0;z-index:1000000;background:#154273;color:#fff;font:1rem sans-serif";
  let timer = 0;
  let announced = false;

  /** Say something, or only to who listens to the page. */
  const say = (text, heardOnly = false) => {
    status.textContent = text;
    status.style.padding = text && !heardOnly ? "0.5rem 1rem" : "0";
    status.style.clipPath = heardOnly ? "inset(50%)" : "none";
  };

  const announce = (busy) => {
    if (busy) {
      timer ||= setTimeout(() => {
        announced = true;
        say("Bezig, even geduld");
      }, LONG);
    } else if (timer) {
      clearTimeout(timer);
      timer = 0;
      if (announced) {
        announced = false;
        say("Klaar", true);
        setTimeout(() => announced || say(""), 2 * LONG);
      }
    }
  };

  // On body: after the elements themselves (React listens below it), before the front end's shortcuts on document.
  document.body.addEventListener("keydown", (event) => {
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (plain && ["r", "c"].includes(event.key.toLowerCase())) event.stopPropagation();
  });

  // --- 4. Menu and title --------------------------------------------------------------------------------------

  const NARROW = matchMedia("(max-width: 767px)"); // from here down the menu lies over the screen
  const NAME = "Toegangswijzer";

  const closeMenu = () => {
    const menu = document.querySelector("[data-testid='stSidebar'][data-collapsed='false']");
    if (NARROW.matches && menu) menu.querySelector("[data-testid='stSidebarCollapseButton'] button")?.click();
  };

  document.body.addEventListener("keydown", (event) => {
    if (event.key === "Escape") closeMenu();
  });

  /** The focus goes into a menu that was just opened, since it covers everything else. */
  const followMenu = (() => {
    let open = false;
    return () => {
      const menu = document.querySelector("[data-testid='stSidebar'][data-collapsed='false']");
      const now = NARROW.matches && menu !== null;
      if (now && !open) menu.querySelector("a")?.focus();
      open = now;
    };
  })();

  const nameTitle = () => {
    if (!document.title.includes(NAME)) document.title = `${document.title} – ${NAME}`;
  };

  // --- One observer for all -----------------------------------------------------------------------------------

  const SCRIPT_STATE = "data-test-script-state";
  const CONNECTION_STATE = "data-test-connection-state";

  // A server that was started again does not know this page, and Streamlit drops the first change it gets from it.
  // So the page is drawn anew once the connection is back, in the way the front end does for the Back button.
  let wasConnected = false;
  let lost = false;
  const redrawAfterLoss = (app) => {
    const connected = app?.getAttribute(CONNECTION_STATE) === "CONNECTED";
    if (wasConnected && !connected) lost = true;
    if (connected && lost) {
      lost = false;
      setTimeout(() => window.dispatchEvent(new PopStateEvent("popstate")));
    }
    wasConnected = connected;
  };

  const observer = new MutationObserver((mutations) => {
    for (const { type, target, addedNodes } of mutations) {
      if (type === "childList") addedNodes.forEach(translate);
      else if (type === "characterData") translateText(target);
      else translateAttributes(target);
    }
    const app = document.querySelector(`[${SCRIPT_STATE}]`);
    const busy = app !== null && app.getAttribute(SCRIPT_STATE) !== "notRunning";
    redrawAfterLoss(app);
    followScreen(busy);
    followMenu();
    nameTitle();
    announce(busy);
  });

  document.body.append(status);
  translate(document.body);
  observer.observe(document.body, {
    childList: true,
    subtree: true,
    characterData: true,
    attributes: true,
    attributeFilter: [...ATTRIBUTES, SCRIPT_STATE, CONNECTION_STATE, "data-collapsed"],
  });
})();
