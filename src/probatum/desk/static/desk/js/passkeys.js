// Passkeys: asks the browser for one and sends what it answers with the form it stands in.
// A form with data-passkey="create", "get" or "sign-in" holds a hidden field "credential", a button
// and a notice for when the browser refuses. Options come from the script element "passkey-options",
// for "sign-in" from the form's own address. Where there can be no passkeys the forms stay hidden.

const toBytes = (text) =>
  Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));

const toText = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

const described = (list) => (list ?? []).map((each) => ({ ...each, id: toBytes(each.id) }));

function creation(options, alone) {
  const selection = { ...options.authenticatorSelection };
  selection.residentKey = alone ? "required" : "discouraged";
  selection.requireResidentKey = alone;
  if (alone) selection.userVerification = "required";
  return {
    ...options,
    challenge: toBytes(options.challenge),
    user: { ...options.user, id: toBytes(options.user.id) },
    excludeCredentials: described(options.excludeCredentials),
    authenticatorSelection: selection,
  };
}

function request(options) {
  return {
    ...options,
    challenge: toBytes(options.challenge),
    allowCredentials: described(options.allowCredentials),
  };
}

function written(credential) {
  const { response } = credential;
  const said = { clientDataJSON: toText(response.clientDataJSON) };
  if (response.attestationObject) {
    said.attestationObject = toText(response.attestationObject);
    said.transports = response.getTransports?.() ?? [];
  } else {
    said.authenticatorData = toText(response.authenticatorData);
    said.signature = toText(response.signature);
    said.userHandle = response.userHandle ? toText(response.userHandle) : null;
  }
  return JSON.stringify({
    type: credential.type,
    id: credential.id,
    rawId: toText(credential.rawId),
    authenticatorAttachment: credential.authenticatorAttachment ?? null,
    response: said,
    clientExtensionResults: credential.getClientExtensionResults(),
  });
}

async function options(form) {
  if (form.dataset.passkey !== "sign-in") {
    return JSON.parse(document.getElementById("passkey-options").textContent);
  }
  const answer = await fetch(form.action, { headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error(`sign-in options: ${answer.status}`);
  return answer.json();
}

async function ask(form) {
  const given = await options(form);
  if (form.dataset.passkey === "create") {
    const alone = form.elements.passwordless?.checked ?? false;
    return navigator.credentials.create({
      publicKey: creation(given.creation_options.publicKey, alone),
    });
  }
  return navigator.credentials.get({ publicKey: request(given.request_options.publicKey) });
}

function prepare(form) {
  const button = form.querySelector("button[type=button]");
  const notice = form.querySelector("[role=alert]");
  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault()); // Enter in the name's field
  button.addEventListener("click", async () => {
    notice.hidden = true;
    button.disabled = true;
    try {
      form.elements.credential.value = written(await ask(form));
      form.submit();
    } catch (error) {
      if (!(error instanceof DOMException) && !(error instanceof Error)) throw error;
      notice.hidden = false;
      button.disabled = false;
    }
  });
}

// A passkey belongs to a name. Under an address of numbers no browser makes or gives one.
const named = !/^[\d.]+$|:/.test(location.hostname);

if (window.PublicKeyCredential && window.isSecureContext && named) {
  document.querySelectorAll("[data-passkey-missing]").forEach((each) => { each.hidden = true; });
  document.querySelectorAll("form[data-passkey]").forEach(prepare);
}
