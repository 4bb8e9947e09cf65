package dev.writ.service.user;

import jakarta.inject.Inject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the operator, at start, that anybody who read the documentation can log in. */
public final class DemoUserWarning {

    private static final Logger LOG = LoggerFactory.getLogger(DemoUserWarning.class);

    private final UserStore users;

    @Inject
    public DemoUserWarning(UserStore users) {
        this.users = users;
    }

    /** One line for each such user; nothing where there is none. */
    public void log() {
        users.demoUsers()
                .forEach(name -> LOG.warn(
                        "The demo user '{}' exists, with the password from the documentation: not for production",
                        name));
    }
}
