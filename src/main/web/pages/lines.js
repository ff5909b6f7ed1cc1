// Adds and removes lines of the budget without sending the page. The buttons do the same by sending it.
export function budgetLines(root) {
  root.addEventListener('click', (event) => {
    const button = event.target.closest?.('button[data-add-line], button[data-remove-line]');
    if (!button) {
      return;
    }
    event.preventDefault();
    if (button.hasAttribute('data-add-line')) {
      add(document.getElementById(button.dataset.addLine));
    } else {
      remove(button.closest('li'));
    }
  });
}

function add(list) {
  const line = list.querySelector('li:last-of-type').cloneNode(true);
  const at = nextNumber();
  line.querySelectorAll('[id]').forEach((element) => {
    const id = `nouvelle${at}.${element.id.split('.').pop()}`;
    line.querySelectorAll(`label[for="${element.id}"]`).forEach((label) => label.setAttribute('for', id));
    element.id = id;
  });
  line.querySelectorAll('input:not([type=hidden])').forEach((input) => (input.value = ''));
  line.querySelectorAll('select').forEach((select) => (select.value = ''));
  line.querySelectorAll('.field__fault').forEach((fault) => fault.remove());
  line.querySelectorAll('[aria-invalid]').forEach((field) => field.removeAttribute('aria-invalid'));
  line.querySelectorAll('[aria-describedby]').forEach((field) => field.removeAttribute('aria-describedby'));
  list.append(line);
  line.querySelector('select, input:not([type=hidden])').focus();
}

let numbers = 1000;
function nextNumber() {
  return ++numbers;
}

function remove(line) {
  const list = line.parentElement;
  const form = line.closest('form');
  const near = line.nextElementSibling ?? line.previousElementSibling;
  if (near) {
    line.remove();
    near.querySelector('select, input:not([type=hidden])').focus();
  } else {
    line.querySelectorAll('input:not([type=hidden])').forEach((input) => (input.value = ''));
    list.querySelector('select, input:not([type=hidden])').focus();
  }
  form.dispatchEvent(new Event('lines'));
}
