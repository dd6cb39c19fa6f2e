// Makes the tables of the class sortable and searchable. The page is complete without it.
'use strict';

(() => {
  const table = document.getElementById('submissions-table');
  const heads = Array.from(table.tHead.rows[0].cells);
  const heat = document.getElementById('heat-table');
  const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

  // A submission has a row in both tables; they are sorted and searched together.
  const rows = Array.from(table.tBodies[0].rows, (row, i) => ({
    row,
    heat: heat.tBodies[0].rows[i],
    order: i,
    text: row.textContent.toLowerCase(),
    keys: Array.from(row.cells, (cell, column) =>
      heads[column].dataset.kind === 'number' ? parseFloat(cell.textContent) : cell.textContent),
  }));

  // Rows without a mark come last in both directions.
  const compare = (one, other, down) => {
    if (typeof one === 'number') {
      if (Number.isNaN(one) || Number.isNaN(other)) {
        return Number.isNaN(one) - Number.isNaN(other);
      }
      return down ? other - one : one - other;
    }
    return down ? collator.compare(other, one) : collator.compare(one, other);
  };

  const sort = (column, down) => {
    heads.forEach((head) => head.removeAttribute('aria-sort'));
    heads[column].setAttribute('aria-sort', down ? 'descending' : 'ascending');
    rows.sort((a, b) => compare(a.keys[column], b.keys[column], down) || a.order - b.order);
    table.tBodies[0].append(...rows.map((each) => each.row));
    heat.tBodies[0].append(...rows.map((each) => each.heat));
  };

  heads.forEach((head, column) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...head.childNodes);
    button.addEventListener('click', () =>
      sort(column, head.getAttribute('aria-sort') === 'ascending'));
    head.append(button);
  });

  const field = document.getElementById('search');
  const shown = document.getElementById('shown');
  const search = () => {
    const wanted = field.value.trim().toLowerCase().split(/\s+/);
    let count = 0;
    rows.forEach((each) => {
      const found = wanted.every((word) => each.text.includes(word));
      each.row.hidden = !found;
      each.heat.hidden = !found;
      count += found;
    });
    shown.textContent = `${count} of ${rows.length} shown`;
  };
  field.addEventListener('input', search);
  field.closest('.search').hidden = false;
  search();
})();
