// The echo bot of the Bot Framework samples, without authentication, on Node's own HTTP server.
const http = require('node:http');
const { ActivityHandler, CloudAdapter, ConfigurationBotFrameworkAuthentication } = require('botbuilder');

const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
const bot = new ActivityHandler();
bot.onMessage(async (context, next) => {
  await context.sendActivity(`Echo: ${context.activity.text}`);
  await next();
});

const server = http.createServer((request, response) => {
  const parts = [];
  request.on('data', (part) => parts.push(part));
  request.on('end', () => {
    request.body = JSON.parse(Buffer.concat(parts).toString('utf8'));
    response.status = (code) => { response.statusCode = code; return response; };
    response.header = (name, value) => response.setHeader(name, value);
    response.send = (body) => { response.setHeader('Content-Type', 'application/json'); response.end(JSON.stringify(body)); };
    adapter.process(request, response, (context) => bot.run(context)).catch((error) => { response.statusCode = 500; response.end(String(error)); });
  });
});
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}/api/messages`));
