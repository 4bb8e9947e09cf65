/**
 * A property of the engine that any OpenAPI document can be tried on: what the document allows passes, what it forbids
 * does not. Documents, schemas and the serialisation of parameters are read here a second time, from the specifications
 * and not from the engine, and a validator of others is the referee of every value.
 */
package dev.writ.engine.anydocument;
