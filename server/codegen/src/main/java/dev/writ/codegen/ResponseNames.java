package dev.writ.codegen;

import java.util.Map;

/** What a response is called: after its reason phrase, its class of statuses, or its number. */
final class ResponseNames {
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("100", "continue_"),
            Map.entry("101", "switchingProtocols"),
            Map.entry("102", "processing"),
            Map.entry("103", "earlyHints"),
            Map.entry("200", "ok"),
            Map.entry("201", "created"),
            Map.entry("202", "accepted"),
            Map.entry("203", "nonAuthoritativeInformation"),
            Map.entry("204", "noContent"),
            Map.entry("205", "resetContent"),
            Map.entry("206", "partialContent"),
            Map.entry("207", "multiStatus"),
            Map.entry("208", "alreadyReported"),
            Map.entry("226", "imUsed"),
            Map.entry("300", "multipleChoices"),
            Map.entry("301", "movedPermanently"),
            Map.entry("302", "found"),
            Map.entry("303", "seeOther"),
            Map.entry("304", "notModified"),
            Map.entry("305", "useProxy"),
            Map.entry("307", "temporaryRedirect"),
            Map.entry("308", "permanentRedirect"),
            Map.entry("400", "badRequest"),
            Map.entry("401", "unauthorized"),
            Map.entry("402", "paymentRequired"),
            Map.entry("403", "forbidden"),
            Map.entry("404", "notFound"),
            Map.entry("405", "methodNotAllowed"),
            Map.entry("406", "notAcceptable"),
            Map.entry("407", "proxyAuthenticationRequired"),
            Map.entry("408", "requestTimeout"),
            Map.entry("409", "conflict"),
            Map.entry("410", "gone"),
            Map.entry("411", "lengthRequired"),
            Map.entry("412", "preconditionFailed"),
            Map.entry("413", "contentTooLarge"),
            Map.entry("414", "uriTooLong"),
            Map.entry("415", "unsupportedMediaType"),
            Map.entry("416", "rangeNotSatisfiable"),
            Map.entry("417", "expectationFailed"),
            Map.entry("421", "misdirectedRequest"),
            Map.entry("422", "unprocessableContent"),
            Map.entry("423", "locked"),
            Map.entry("424", "failedDependency"),
            Map.entry("425", "tooEarly"),
            Map.entry("426", "upgradeRequired"),
            Map.entry("428", "preconditionRequired"),
            Map.entry("429", "tooManyRequests"),
            Map.entry("431", "requestHeaderFieldsTooLarge"),
            Map.entry("451", "unavailableForLegalReasons"),
            Map.entry("500", "internalServerError"),
            Map.entry("501", "notImplemented"),
            Map.entry("502", "badGateway"),
            Map.entry("503", "serviceUnavailable"),
            Map.entry("504", "gatewayTimeout"),
            Map.entry("505", "httpVersionNotSupported"),
            Map.entry("506", "variantAlsoNegotiates"),
            Map.entry("507", "insufficientStorage"),
            Map.entry("508", "loopDetected"),
            Map.entry("511", "networkAuthenticationRequired"),
            Map.entry("1XX", "informational"),
            Map.entry("2XX", "success"),
            Map.entry("3XX", "redirection"),
            Map.entry("4XX", "clientError"),
            Map.entry("5XX", "serverError"),
            Map.entry("DEFAULT", "status"));

    private ResponseNames() {}

    /** The factory method of a status as the contract spells it, in capitals. */
    static String factory(String status) {
        return NAMES.getOrDefault(status, "status" + status);
    }

    /** The nested class of a status. */
    static String type(String status) {
        if (status.equals("DEFAULT")) {
            return "Default";
        }
        String factory = factory(status);
        return Character.toUpperCase(factory.charAt(0)) + factory.substring(1).replace("_", "");
    }

    /** What tells the factories of several media types apart: {@code AsTextCsv}. */
    static String suffix(String mediaType) {
        String name = Names.type(mediaType.replace("*", " any "));
        return "As" + name;
    }
}
