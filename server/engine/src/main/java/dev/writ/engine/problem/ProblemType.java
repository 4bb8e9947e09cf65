package dev.writ.engine.problem;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A kind of error (RFC 9457, section 3.1.1): the constants are those that the engine answers, one per status that it uses,
 * with the title that RFC 9110 gives the status. An application adds its own.
 *
 * @param status from 400 to 599
 * @param uri a URI reference, stable across releases; one that begins with a slash is answered by the running service with
 *     a page
 * @param title the same at every occurrence
 * @param explanation for a person who follows the URI
 */
public record ProblemType(int status, String uri, String title, String explanation) {
    /** The path under which the running service explains the types of the engine. */
    public static final String PATH = "/problems/";

    public static final ProblemType BAD_REQUEST = standard(
            400,
            "Bad Request",
            "The request is not what the contract asks for. Each of the violations tells the place in the request, the"
                    + " place in the contract and what is expected.");
    public static final ProblemType UNAUTHORIZED = standard(
            401, "Unauthorized", "Credentials are missing or not valid. WWW-Authenticate tells how to authenticate.");
    public static final ProblemType FORBIDDEN =
            standard(403, "Forbidden", "The credentials are valid, but do not allow this operation.");
    public static final ProblemType NOT_FOUND =
            standard(404, "Not Found", "The contract has no such path, or what the path names does not exist.");
    public static final ProblemType METHOD_NOT_ALLOWED =
            standard(405, "Method Not Allowed", "The path exists, but not with this method. Allow lists those it has.");
    public static final ProblemType NOT_ACCEPTABLE =
            standard(406, "Not Acceptable", "The operation answers in no media type that Accept asks for.");
    public static final ProblemType REQUEST_TIMEOUT =
            standard(408, "Request Timeout", "The request did not arrive in time.");
    public static final ProblemType CONFLICT =
            standard(409, "Conflict", "The request conflicts with the state of what it would change.");
    public static final ProblemType GONE = standard(410, "Gone", "What the path names existed and does not any more.");
    public static final ProblemType PRECONDITION_FAILED = standard(
            412,
            "Precondition Failed",
            "A condition of the request, such as If-Match, does not hold: what it would change has changed since.");
    public static final ProblemType CONTENT_TOO_LARGE =
            standard(413, "Content Too Large", "The body is larger than the server takes.");
    public static final ProblemType URI_TOO_LONG =
            standard(414, "URI Too Long", "The target of the request is longer than the server takes.");
    public static final ProblemType UNSUPPORTED_MEDIA_TYPE =
            standard(415, "Unsupported Media Type", "The operation takes no body of this Content-Type.");
    public static final ProblemType RANGE_NOT_SATISFIABLE = standard(
            416,
            "Range Not Satisfiable",
            "Nothing of what Range asks for exists. Content-Range tells how much there is.");
    public static final ProblemType EXPECTATION_FAILED = standard(
            417, "Expectation Failed", "The server does not know what Expect asks for: it knows 100-continue.");
    public static final ProblemType UNPROCESSABLE_CONTENT =
            standard(422, "Unprocessable Content", "The request is well-formed, but cannot be carried out.");
    public static final ProblemType PRECONDITION_REQUIRED =
            standard(428, "Precondition Required", "The operation asks for a condition such as If-Match.");
    public static final ProblemType TOO_MANY_REQUESTS = standard(
            429,
            "Too Many Requests",
            "There were too many requests in a short time. Retry-After tells when to try again.");
    public static final ProblemType REQUEST_HEADER_FIELDS_TOO_LARGE = standard(
            431,
            "Request Header Fields Too Large",
            "The header fields of the request are larger than the server takes.");
    public static final ProblemType INTERNAL_SERVER_ERROR =
            standard(500, "Internal Server Error", "The server failed. Its log has more, under the id in instance.");
    public static final ProblemType NOT_IMPLEMENTED = standard(
            501,
            "Not Implemented",
            "The server does not do this yet: the contract has the operation, or HTTP has the feature, without it being here.");
    public static final ProblemType SERVICE_UNAVAILABLE =
            standard(503, "Service Unavailable", "The server cannot do this now. Retry-After tells when to try again.");

    public static final ProblemType HTTP_VERSION_NOT_SUPPORTED =
            standard(505, "HTTP Version Not Supported", "The server speaks HTTP/1.1 and HTTP/1.0.");

    /** Those of the engine, by status. */
    public static final List<ProblemType> STANDARD = List.of(
            BAD_REQUEST,
            UNAUTHORIZED,
            FORBIDDEN,
            NOT_FOUND,
            METHOD_NOT_ALLOWED,
            NOT_ACCEPTABLE,
            REQUEST_TIMEOUT,
            CONFLICT,
            GONE,
            PRECONDITION_FAILED,
            CONTENT_TOO_LARGE,
            URI_TOO_LONG,
            UNSUPPORTED_MEDIA_TYPE,
            RANGE_NOT_SATISFIABLE,
            EXPECTATION_FAILED,
            UNPROCESSABLE_CONTENT,
            PRECONDITION_REQUIRED,
            TOO_MANY_REQUESTS,
            REQUEST_HEADER_FIELDS_TOO_LARGE,
            INTERNAL_SERVER_ERROR,
            NOT_IMPLEMENTED,
            SERVICE_UNAVAILABLE,
            HTTP_VERSION_NOT_SUPPORTED);

    /**
     * A type of an application's own, or one of the engine.
     *
     * @throws IllegalArgumentException if {@code status} is no error or {@code uri} no URI reference
     */
    public ProblemType {
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException("a problem has a status from 400 to 599, not " + status);
        }
        URI.create(uri);
    }

    private static ProblemType standard(int status, String title, String explanation) {
        String slug = title.toLowerCase(Locale.ROOT).replace(' ', '-');
        return new ProblemType(status, PATH + slug, title, explanation);
    }

    /** True if the running service explains it with a page of its own. */
    public boolean isLocal() {
        return uri.startsWith("/") && !uri.startsWith("//");
    }

    /** Empty for a status that the engine has no type for. */
    public static Optional<ProblemType> ofStatus(int status) {
        return STANDARD.stream().filter(type -> type.status == status).findFirst();
    }
}
