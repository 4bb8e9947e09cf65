package dev.writ.service;

import dev.writ.service.database.DatabaseUnavailableException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;

/** A database that does not answer is no fault of the request: 503, try again. The database logs what is wrong with it. */
final class DatabaseUnavailableMapper implements ExceptionMapper<DatabaseUnavailableException> {
    @Override
    public Response toResponse(DatabaseUnavailableException exception) {
        return Response.status(Response.Status.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, 1)
                .build();
    }
}
