// Finding, filtering, sorting and copying: all is there without them.
(() => {
  'use strict';
  const letters = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' };
  const fold = text => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[ßæœøłđðþı]/g, letter => letters[letter]);
  const fill = (text, ...values) => text.replace(/\{(\d)\}/g, (_, place) => values[place]);

  // Texts may have a language that the browser does not take for one.
  const language = element => {
    try {
      return Intl.getCanonicalLocales(element.closest('[lang]').lang);
    } catch {
      return [];
    }
  };

  for (const section of document.querySelectorAll('.attendance-people:not([data-live])')) {
    section.dataset.live = '';
    const table = section.querySelector('table');
    const tools = section.querySelector('.tools');
    // Groups that are out of sight cost the browser nothing.
    const groupSize = Number(table.dataset.group ?? 100);
    const heads = [...table.tHead.rows[0].cells];
    const [input, output, order] = ['input[type=search]', 'output', 'select'].map(name => tools.querySelector(name));
    const flags = [...tools.querySelectorAll('[data-flag]')];
    const below = tools.querySelector('[data-below]');
    const percents = tools.querySelector('input[type=number]');
    const numbers = new Intl.NumberFormat(language(section));
    const collator = new Intl.Collator(language(section), { numeric: true });

    // Read once, so that a key and a sort touch nothing but the list itself.
    let cache;
    const rows = () => cache ??= [...table.tBodies].flatMap(group => [...group.rows]).map((element, place) => {
      const [name] = element.cells;
      return {
        element,
        place,
        name: name.firstChild?.textContent.trim() ?? '',
        words: fold(name.textContent),
        keys: element.dataset.k.split(',').map(key => key === '' ? null : Number(key)),
      };
    });
    let [sorted, listed, shown] = [null, null, null];

    const list = () => {
      const order = sorted ?? rows();
      if (order === (listed ?? rows())) return;
      listed = order;
      const groups = document.createDocumentFragment();
      let group;
      order.forEach(({ element }, place) => {
        if (place % groupSize === 0) groups.append(group = document.createElement('tbody'));
        group.append(element);
      });
      for (const old of [...table.tBodies]) old.remove();
      table.append(groups);
    };

    const isPressed = button => button?.getAttribute('aria-pressed') === 'true';
    const show = () => {
      const words = fold(input.value).split(/\s+/).filter(Boolean);
      const mask = flags.filter(isPressed).reduce((sum, flag) => sum | flag.dataset.flag, 0);
      const limit = isPressed(below) ? Number(percents.value) : null;
      const isWanted = ({ name, words: own, keys: [flag, share] }) =>
        words.every(word => own.includes(word)) &&
        (mask === 0 && limit === null || (flag & mask) !== 0 || limit !== null && share !== null && share < limit);
      list();
      shown = [];
      // A row that is hidden in its place costs a tenth of one that is taken away and put back.
      for (const row of sorted ?? rows()) {
        const wanted = isWanted(row);
        if (wanted) shown.push(row);
        if (row.element.hidden === wanted) row.element.hidden = !wanted;
      }
      const isNarrowed = shown.length < rows().length;
      table.classList.toggle('narrowed', isNarrowed);
      for (const group of table.tBodies) {
        if (isNarrowed) group.style.setProperty('--rows', [...group.rows].filter(row => !row.hidden).length);
        else group.style.removeProperty('--rows');
      }
      output.textContent = shown.length === rows().length ? '' : fill(tools.dataset.of, numbers.format(shown.length), numbers.format(rows().length));
    };

    const sort = (key, descending) => {
      const place = Math.abs(key);
      const isMissing = value => value === null || value === '';
      const value = key === 'name' ? row => row.name : row => row.keys[place];
      const compare = key === 'name' ? collator.compare : (one, other) => one - other;
      // Who has no value comes last in either direction.
      sorted = key === '' ? null : [...rows()].sort((one, other) => {
        const [left, right] = [value(one), value(other)];
        return isMissing(left) || isMissing(right) ? isMissing(left) - isMissing(right) || one.place - other.place
          : (descending ? compare(right, left) : compare(left, right)) || one.place - other.place;
      });
      for (const head of heads) {
        if (key !== '' && head.dataset.sort === String(key)) head.setAttribute('aria-sort', descending ? 'descending' : 'ascending');
        else head.removeAttribute('aria-sort');
      }
      show();
    };

    for (const head of heads.filter(head => head.dataset.sort)) {
      const button = document.createElement('button');
      button.type = 'button';
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener('click', () => {
        order.value = '';
        sort(head.dataset.sort, head.getAttribute('aria-sort') === 'ascending');
      });
    }
    order.addEventListener('change', () => sort(order.value.replace('-', ''), order.value.startsWith('-')));

    let waiting;
    input.addEventListener('input', () => {
      cancelAnimationFrame(waiting);
      waiting = requestAnimationFrame(show);
    });
    for (const button of [...flags, below].filter(Boolean)) {
      button.addEventListener('click', () => {
        button.setAttribute('aria-pressed', String(!isPressed(button)));
        show();
      });
    }
    percents?.addEventListener('input', () => {
      below.textContent = fill(below.dataset.below, percents.value);
      below.setAttribute('aria-pressed', 'true');
      show();
    });

    // Spreadsheets run what begins like a formula, also in quotes, and also where they split at another separator than is meant.
    const start = tools.dataset.delimiter === ',' ? /(^|;)(?=[\s"']*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/g
      : /(^|[;,])(?=[\s"']*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/g;
    const quote = text => {
      const safe = text.replace(start, "$1'");
      return /["\n\r,;]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
    };
    // What stands in an element of its own is a word of its own.
    const textOf = cell => [...cell.childNodes].map(node => node.textContent.trim()).filter(Boolean).join(' ');
    const cellsOf = element => {
      const [name, ...cells] = element.cells;
      const marks = [...name.querySelectorAll(':scope > :not(a)')].map(mark => mark.textContent.trim()).join(' / ');
      return [name.firstChild?.textContent.trim() ?? '', marks, ...cells.map(textOf)];
    };
    const copy = async text => {
      try {
        await navigator.clipboard.writeText(text);
      } catch {
        // Where the page may not write to the clipboard, a selection may still be copied.
        const area = document.createElement('textarea');
        area.value = text;
        section.append(area);
        area.select();
        document.execCommand('copy');
        area.remove();
      }
    };
    tools.querySelector('.copy').addEventListener('click', async () => {
      const [first, ...others] = heads.map(head => textOf(head.querySelector('button') ?? head));
      const chosen = shown ?? rows();
      const lines = [[first, tools.dataset.marks, ...others], ...chosen.map(({ element }) => cellsOf(element))];
      await copy(lines.map(line => line.map(quote).join(tools.dataset.delimiter)).join('\r\n') + '\r\n');
      output.textContent = fill(tools.dataset.copied, numbers.format(chosen.length));
    });

    tools.hidden = false;
    (self.requestIdleCallback ?? setTimeout)(rows);
  }
})();
