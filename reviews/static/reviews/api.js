// Draws the API's description. Nothing is kept in the browser, and the only server that is asked is this one.
"use strict";

const place = document.getElementById("api");
const dark = matchMedia("(prefers-color-scheme: dark)");

// Swagger UI's own dark look hangs on this class.
const follow = () => document.documentElement.classList.toggle("dark-mode", dark.matches);
dark.addEventListener("change", follow);
follow();

SwaggerUIBundle({
  domNode: place,
  url: place.dataset.schema,
  presets: [SwaggerUIBundle.presets.apis],
  layout: "BaseLayout",
  displayRequestDuration: true,
  defaultModelsExpandDepth: 0,
  validatorUrl: null,
});
