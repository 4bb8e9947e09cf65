package dev.writ.engine.parse;

/**
 * The objects of each version of OpenAPI, the fields of each, and what stands in a field:
 *
 * <pre>
 * Name &amp;              an object; with an ampersand, one in whose place a Reference Object may stand
 * field:value         text, flag, number, url, any; scalar (text, and a plain value in its place warns); or an object
 * field:[value]       a list
 * field:{value}       a map from names
 * *:value             any other name
 * !                   without it the contract cannot be enforced: a fault
 * +                   the specification asks for it and enforcement does not: a warning
 * </pre>
 *
 * In schemas only the places of other schemas are told; the rest is up to the meta-schema.
 */
final class Grammars {
    private static final String COMMON = """
            Contact: name:text url:url email:text
            Server: url:text! description:text variables:{ServerVariable}
            ServerVariable: enum:[scalar] default:scalar! description:text
            Tag: name:text+ description:text externalDocs:ExternalDocs
            ExternalDocs: description:text url:url+
            Paths: *:PathItem
            PathItem: $ref:text summary:text description:text get:Operation put:Operation post:Operation
             delete:Operation options:Operation head:Operation patch:Operation trace:Operation servers:[Server]
             parameters:[Parameter]
            Parameter &: name:text! in:text! description:text required:flag deprecated:flag allowEmptyValue:flag
             style:text explode:flag allowReserved:flag schema:Schema example:any examples:{Example}
             content:{MediaType}
            Header &: description:text required:flag deprecated:flag allowEmptyValue:flag style:text explode:flag
             allowReserved:flag schema:Schema example:any examples:{Example} content:{MediaType}
            RequestBody &: description:text content:{MediaType}! required:flag
            MediaType: schema:Schema example:any examples:{Example} encoding:{Encoding}
            Encoding: contentType:text headers:{Header} style:text explode:flag allowReserved:flag
            Responses: *:Response
            Response &: description:text+ headers:{Header} content:{MediaType} links:{Link}
            Callback &: *:PathItem
            Example &: summary:text description:text value:any externalValue:url
            Link &: operationRef:url operationId:text parameters:any requestBody:any description:text server:Server
            SecurityScheme &: type:text! description:text name:text in:text scheme:text bearerFormat:text
             flows:Flows openIdConnectUrl:url
            Flows: implicit:Flow password:Flow clientCredentials:Flow authorizationCode:Flow
            Flow: authorizationUrl:url tokenUrl:url refreshUrl:url scopes:{text}+
            Requirement: *:[text]
            Discriminator: propertyName:text! mapping:{text}
            Xml: name:text namespace:url prefix:text attribute:flag wrapped:flag
            """;

    /** Swagger 2.0, section 5.2. */
    static final String SWAGGER_2_0 = """
            Document: swagger:scalar! info:Info+ host:text basePath:text schemes:[text] consumes:[text]
             produces:[text] paths:Paths! definitions:{Schema} parameters:{Parameter} responses:{Response}
             securityDefinitions:{SecurityScheme} security:[Requirement] tags:[Tag] externalDocs:ExternalDocs
            Info: title:text+ description:text termsOfService:text contact:Contact license:License version:scalar+
            Contact: name:text url:url email:text
            License: name:text+ url:url
            Tag: name:text+ description:text externalDocs:ExternalDocs
            ExternalDocs: description:text url:url+
            Paths: *:PathItem
            PathItem: $ref:text get:Operation put:Operation post:Operation delete:Operation options:Operation
             head:Operation patch:Operation parameters:[Parameter]
            Operation: tags:[text] summary:text description:text externalDocs:ExternalDocs operationId:text
             consumes:[text] produces:[text] parameters:[Parameter] responses:Responses+ schemes:[text]
             deprecated:flag security:[Requirement]
            Parameter &: name:text! in:text! description:text required:flag schema:Schema allowEmptyValue:flag
             type:any format:any items:Items collectionFormat:text default:any maximum:any exclusiveMaximum:any
             minimum:any exclusiveMinimum:any maxLength:any minLength:any pattern:any maxItems:any minItems:any
             uniqueItems:any enum:any multipleOf:any
            Items: type:any+ format:any items:Items collectionFormat:text default:any maximum:any
             exclusiveMaximum:any minimum:any exclusiveMinimum:any maxLength:any minLength:any pattern:any
             maxItems:any minItems:any uniqueItems:any enum:any multipleOf:any
            Responses: *:Response
            Response &: description:text+ schema:Schema headers:{Header} examples:{any}
            Header: description:text type:any format:any items:Items collectionFormat:text default:any maximum:any
             exclusiveMaximum:any minimum:any exclusiveMinimum:any maxLength:any minLength:any pattern:any
             maxItems:any minItems:any uniqueItems:any enum:any multipleOf:any
            SecurityScheme: type:text! description:text name:text in:text flow:text authorizationUrl:url tokenUrl:url
             scopes:{text}
            Requirement: *:[text]
            Schema: $schema:any definitions:{Schema} $ref:any format:any title:any description:text default:any
             multipleOf:any maximum:any exclusiveMaximum:any minimum:any exclusiveMinimum:any maxLength:any
             minLength:any pattern:any maxItems:any minItems:any uniqueItems:any maxProperties:any
             minProperties:any required:any enum:any type:any items:Schema allOf:[Schema] properties:{Schema}
             additionalProperties:Schema discriminator:text readOnly:any xml:Xml externalDocs:ExternalDocs
             example:any
            Xml: name:text namespace:url prefix:text attribute:flag wrapped:flag
            """;

    /** OpenAPI 3.0.4, section 4.7. */
    static final String OPENAPI_3_0 = COMMON + """
            Document: openapi:text! info:Info+ servers:[Server] paths:Paths! components:Components
             security:[Requirement] tags:[Tag] externalDocs:ExternalDocs
            Info: title:text+ description:text termsOfService:url contact:Contact license:License version:scalar+
            License: name:text+ url:url
            Components: schemas:{Schema} responses:{Response} parameters:{Parameter} examples:{Example}
             requestBodies:{RequestBody} headers:{Header} securitySchemes:{SecurityScheme} links:{Link}
             callbacks:{Callback}
            Operation: tags:[text] summary:text description:text externalDocs:ExternalDocs operationId:text
             parameters:[Parameter] requestBody:RequestBody responses:Responses+ callbacks:{Callback} deprecated:flag
             security:[Requirement] servers:[Server]
            Schema: $ref:any title:any multipleOf:any maximum:any exclusiveMaximum:any minimum:any
             exclusiveMinimum:any maxLength:any minLength:any pattern:any maxItems:any minItems:any uniqueItems:any
             maxProperties:any minProperties:any required:any enum:any type:any allOf:[Schema] oneOf:[Schema]
             anyOf:[Schema] not:Schema items:Schema properties:{Schema} additionalProperties:Schema description:text
             format:any default:any nullable:any discriminator:Discriminator readOnly:any writeOnly:any xml:Xml
             externalDocs:ExternalDocs example:any deprecated:any
            """;

    /** OpenAPI 3.1.1, section 4.8, and JSON Schema 2020-12. */
    static final String OPENAPI_3_1 = COMMON + """
            Document: openapi:text! info:Info+ jsonSchemaDialect:url servers:[Server] paths:Paths
             webhooks:{PathItem} components:Components security:[Requirement] tags:[Tag] externalDocs:ExternalDocs
            Info: title:text+ summary:text description:text termsOfService:url contact:Contact license:License
             version:scalar+
            License: name:text+ identifier:text url:url
            Components: schemas:{Schema} responses:{Response} parameters:{Parameter} examples:{Example}
             requestBodies:{RequestBody} headers:{Header} securitySchemes:{SecurityScheme} links:{Link}
             callbacks:{Callback} pathItems:{PathItem}
            Operation: tags:[text] summary:text description:text externalDocs:ExternalDocs operationId:text
             parameters:[Parameter] requestBody:RequestBody responses:Responses callbacks:{Callback} deprecated:flag
             security:[Requirement] servers:[Server]
            Schema: $id:any $schema:any $ref:any $anchor:any $dynamicRef:any $dynamicAnchor:any $vocabulary:any
             $comment:any $defs:{Schema} definitions:{Schema} dependencies:any title:any description:text default:any
             deprecated:any readOnly:any writeOnly:any example:any examples:any externalDocs:ExternalDocs xml:Xml
             discriminator:Discriminator type:any enum:any const:any format:any pattern:any minLength:any
             maxLength:any minimum:any maximum:any exclusiveMinimum:any exclusiveMaximum:any multipleOf:any
             minItems:any maxItems:any uniqueItems:any minContains:any maxContains:any minProperties:any
             maxProperties:any required:any dependentRequired:any contentEncoding:any contentMediaType:any
             contentSchema:Schema properties:{Schema} patternProperties:{Schema} dependentSchemas:{Schema}
             items:Schema prefixItems:[Schema] contains:Schema additionalProperties:Schema propertyNames:Schema
             unevaluatedItems:Schema unevaluatedProperties:Schema allOf:[Schema] anyOf:[Schema] oneOf:[Schema]
             not:Schema if:Schema then:Schema else:Schema
            """;

    /** What OpenAPI 3.2.0, section 4, says otherwise than 3.1. */
    static final String OPENAPI_3_2 = OPENAPI_3_1 + """
            Document: openapi:text! $self:url info:Info+ jsonSchemaDialect:url servers:[Server] paths:Paths
             webhooks:{PathItem} components:Components security:[Requirement] tags:[Tag] externalDocs:ExternalDocs
            Server: url:text! description:text name:text variables:{ServerVariable}
            Tag: name:text+ summary:text description:text externalDocs:ExternalDocs parent:text kind:text
            Components: schemas:{Schema} responses:{Response} parameters:{Parameter} examples:{Example}
             requestBodies:{RequestBody} headers:{Header} securitySchemes:{SecurityScheme} links:{Link}
             callbacks:{Callback} pathItems:{PathItem} mediaTypes:{MediaType}
            PathItem: $ref:text summary:text description:text get:Operation put:Operation post:Operation
             delete:Operation options:Operation head:Operation patch:Operation trace:Operation query:Operation
             additionalOperations:{Operation} servers:[Server] parameters:[Parameter]
            Parameter &: name:text in:text! description:text required:flag deprecated:flag allowEmptyValue:flag
             style:text explode:flag allowReserved:flag schema:Schema example:any examples:{Example}
             content:{MediaType}
            MediaType &: schema:Schema itemSchema:Schema example:any examples:{Example} encoding:{Encoding}
             prefixEncoding:[Encoding] itemEncoding:Encoding
            Encoding: contentType:text headers:{Header} style:text explode:flag allowReserved:flag
             encoding:{Encoding} prefixEncoding:[Encoding] itemEncoding:Encoding
            Response &: summary:text description:text headers:{Header} content:{MediaType} links:{Link}
            Example &: summary:text description:text dataValue:any serializedValue:text value:any
             externalValue:url
            SecurityScheme &: type:text! description:text name:text in:text scheme:text bearerFormat:text
             flows:Flows openIdConnectUrl:url oauth2MetadataUrl:url deprecated:flag
            Flows: implicit:Flow password:Flow clientCredentials:Flow authorizationCode:Flow
             deviceAuthorization:Flow
            Flow: authorizationUrl:url deviceAuthorizationUrl:url tokenUrl:url refreshUrl:url scopes:{text}+
            Discriminator: propertyName:text! mapping:{text} defaultMapping:text
            Xml: nodeType:text name:text namespace:url prefix:text attribute:flag wrapped:flag
            """;

    private Grammars() {}
}
