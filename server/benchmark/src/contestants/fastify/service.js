// fastify with fastify-openapi-glue as its guide sets it up: service.js PORT CONTRACT ORDER [checked]
import { readFileSync } from "node:fs";
import responseValidation from "@fastify/response-validation";
import formats from "ajv-formats";
import Fastify from "fastify";
import openapiGlue from "fastify-openapi-glue";

const KEY = "8d1f4a52c0b9473e";
const [port, contract, orderFile, ...words] = process.argv.slice(2);
const stored = JSON.parse(readFileSync(orderFile, "utf8"));
const pieces = (order) => order.items.reduce((sum, item) => sum + item.quantity, 0);

const operations = {
  async getOrder(request) {
    return { ...stored, number: request.params.number };
  },
  async createOrder(request, reply) {
    const order = request.body;
    reply.code(201);
    return { number: order.number, pieces: pieces(order), total: order.total };
  },
  async createOrders(request, reply) {
    reply.code(201);
    return { orders: request.body.length, pieces: request.body.reduce((sum, order) => sum + pieces(order), 0) };
  },
};

const security = {
  async ApiKey(request) {
    if (request.headers["x-api-key"] !== KEY) {
      throw new Error("unknown key");
    }
  },
};

// By default fastify mends what is wrong: it drops unknown properties and turns texts into numbers. The contract refuses them.
const fastify = Fastify({ ajv: { customOptions: { removeAdditional: false, coerceTypes: false } } });
if (words.includes("checked")) {
  await fastify.register(responseValidation, { ajv: { plugins: [formats], removeAdditional: false } });
}
await fastify.register(openapiGlue, {
  specification: contract,
  serviceHandlers: operations,
  securityHandlers: security,
});
await fastify.listen({ host: "127.0.0.1", port: Number(port) });
