package dev.writ.service;

import dev.writ.service.database.DatabaseUnavailableException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A database that does not answer is no fault of the request: 503, try again. */
final class DatabaseUnavailableMapper implements ExceptionMapper<DatabaseUnavailableException> {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseUnavailableMapper.class);

    @Override
    public Response toResponse(DatabaseUnavailableException exception) {
        LOG.warn("{}", exception.getMessage());
        return Response.status(Response.Status.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, 1)
                .build();
    }
}
