package dev.writ.engine.problem;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Every kind of error that the engine answers: one per status that it uses, with the title that RFC 9110 gives the
 * status and a URI that the running service answers with a page.
 */
public enum ProblemType {
    BAD_REQUEST(
            400,
            "Bad Request",
            "The request is not what the contract asks for. Each of the violations tells the"
                    + " place in the request, the place in the contract and what is expected."),
    UNAUTHORIZED(
            401,
            "Unauthorized",
            "Credentials are missing or not valid. WWW-Authenticate tells how to" + " authenticate."),
    FORBIDDEN(403, "Forbidden", "The credentials are valid, but do not allow this operation."),
    NOT_FOUND(404, "Not Found", "The contract has no such path, or what the path names does not exist."),
    METHOD_NOT_ALLOWED(
            405, "Method Not Allowed", "The path exists, but not with this method. Allow lists those it" + " has."),
    NOT_ACCEPTABLE(406, "Not Acceptable", "The operation answers in no media type that Accept asks for."),
    REQUEST_TIMEOUT(408, "Request Timeout", "The request did not arrive in time."),
    CONFLICT(409, "Conflict", "The request conflicts with the state of what it would change."),
    GONE(410, "Gone", "What the path names existed and does not any more."),
    PRECONDITION_FAILED(
            412,
            "Precondition Failed",
            "A condition of the request, such as If-Match, does not hold: what"
                    + " it would change has changed since."),
    CONTENT_TOO_LARGE(413, "Content Too Large", "The body is larger than the server takes."),
    UNSUPPORTED_MEDIA_TYPE(415, "Unsupported Media Type", "The operation takes no body of this Content-Type."),
    UNPROCESSABLE_CONTENT(422, "Unprocessable Content", "The request is well-formed, but cannot be carried out."),
    PRECONDITION_REQUIRED(428, "Precondition Required", "The operation asks for a condition such as If-Match."),
    TOO_MANY_REQUESTS(
            429,
            "Too Many Requests",
            "There were too many requests in a short time. Retry-After tells when" + " to try again."),
    INTERNAL_SERVER_ERROR(
            500, "Internal Server Error", "The server failed. Its log has more, under the id in" + " instance."),
    NOT_IMPLEMENTED(501, "Not Implemented", "The contract has this operation, the service not yet."),
    SERVICE_UNAVAILABLE(
            503, "Service Unavailable", "The server cannot do this now. Retry-After tells when to try" + " again.");

    /** The path under which the running service explains its problem types. */
    public static final String PATH = "/problems/";

    private final int status;
    private final String title;
    private final String explanation;

    ProblemType(int status, String title, String explanation) {
        this.status = status;
        this.title = title;
        this.explanation = explanation;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** For a person who follows the URI. */
    public String explanation() {
        return explanation;
    }

    /** A URI reference, stable across releases. */
    public String uri() {
        return PATH + slug();
    }

    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Empty for a status that the vocabulary does not name. */
    public static Optional<ProblemType> ofStatus(int status) {
        return Arrays.stream(values()).filter(type -> type.status == status).findFirst();
    }
}
