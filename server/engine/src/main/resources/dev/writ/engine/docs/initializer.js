window.ui = SwaggerUIBundle({
  url: '../openapi.json',
  dom_id: '#viewer',
  layout: 'BaseLayout',
  deepLinking: true,
  validatorUrl: null,
  queryConfigEnabled: false,
});
window.ui.initOAuth({ usePkceWithAuthorizationCodeGrant: true });
