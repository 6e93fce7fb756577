// Finding and sorting: the page is whole without them.
(() => {
  'use strict';
  const table = document.getElementById('people');
  if (!table) return;
  const body = table.tBodies[0];
  const rows = [...body.rows];

  const find = document.getElementById('find');
  const input = find.querySelector('input');
  const found = find.querySelector('output');
  const names = rows.map(row => row.cells[0].textContent.toLowerCase());
  input.addEventListener('input', () => {
    const wanted = input.value.trim().toLowerCase();
    let count = 0;
    rows.forEach((row, index) => {
      row.hidden = !names[index].includes(wanted);
      if (!row.hidden) count++;
    });
    found.textContent = wanted === '' ? '' : count === 1 ? '1 person' : `${count} people`;
  });
  find.hidden = false;

  const units = { h: 3600, m: 60, s: 1, '%': 1 };
  const read = {
    text: cell => cell.textContent.trim().toLowerCase(),
    time: cell => cell.textContent.trim(),
    number: cell => {
      const parts = [...cell.textContent.matchAll(/(\d+)([hms%])/g)];
      return parts.length === 0 ? null : parts.reduce((sum, [, number, unit]) => sum + number * units[unit], 0);
    },
  };
  // The hour that comes twice, as clocks go back, is in order by its offsets alone.
  const moment = time => {
    const [, date = '2000-01-01', clock, offset] = /^(?:(\d{4}-\d\d-\d\d) )?(\d\d:\d\d:\d\d) ([+-]\d\d:\d\d)$/.exec(time) ?? [];
    return Date.parse(`${date}T${clock}${offset}`);
  };
  const compare = (one, other) => typeof one === 'string' ? moment(one) - moment(other) || one.localeCompare(other) : one - other;
  const isMissing = value => value === null || value === '';

  for (const header of table.tHead.rows[0].cells) {
    const value = read[header.dataset.sort];
    if (!value) continue;
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...header.childNodes);
    header.append(button);
    button.addEventListener('click', () => {
      const descending = header.getAttribute('aria-sort') === 'ascending';
      for (const each of table.tHead.rows[0].cells) each.removeAttribute('aria-sort');
      header.setAttribute('aria-sort', descending ? 'descending' : 'ascending');
      // Who has no value comes last in either direction.
      const keyed = rows.map(row => [value(row.cells[header.cellIndex]), row]);
      keyed.sort(([one], [other]) => isMissing(one) || isMissing(other) ? isMissing(one) - isMissing(other) : descending ? compare(other, one) : compare(one, other));
      body.append(...keyed.map(([, row]) => row));
    });
  }
})();
