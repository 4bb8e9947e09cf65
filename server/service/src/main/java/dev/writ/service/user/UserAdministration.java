package dev.writ.service.user;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/**
 * What an operator can do about users. Running services notice a change within a second. Thread-safe. Every method
 * throws {@link dev.writ.service.database.DatabaseUnavailableException} if the users cannot be reached; one that takes a
 * password is slow, as its hash is.
 */
public final class UserAdministration {

    private final UserStore users;
    private final PasswordHashes hashes;

    @Inject
    public UserAdministration(UserStore users, PasswordHashes hashes) {
        this.users = users;
        this.hashes = hashes;
    }

    /** A new user, who may log in at once. */
    public UserAddition add(String name, String password) {
        Optional<String> nameFault = CredentialRules.nameFault(name);
        if (nameFault.isPresent()) {
            return new UserAddition.NameNotAllowed(nameFault.get());
        }
        Optional<String> passwordFault = CredentialRules.newPasswordFault(password);
        if (passwordFault.isPresent()) {
            return new UserAddition.PasswordNotAllowed(passwordFault.get());
        }
        return users.add(new UserEntry(name, hashes.hash(password)))
                ? new UserAddition.Added()
                : new UserAddition.NameTaken();
    }

    /** Another password for a user, who is no demo user from then on; one who is disabled stays so. */
    public PasswordChange changePassword(String name, String password) {
        Optional<String> fault = CredentialRules.newPasswordFault(password);
        if (fault.isPresent()) {
            return new PasswordChange.PasswordNotAllowed(fault.get());
        }
        return users.changePassword(name, hashes.hash(password))
                ? new PasswordChange.Changed()
                : new PasswordChange.NoSuchUser();
    }

    /** Keeps a user out, who is treated like an unknown one until enabled again. */
    public AccessChange disable(String name) {
        return setDisabled(name, true);
    }

    /** Lets a user in again, with the password as it is. */
    public AccessChange enable(String name) {
        return setDisabled(name, false);
    }

    /** All users, in the order of the code points of their names. */
    public List<User> list() {
        return users.list().stream()
                .map(entry -> new User(entry.name(), entry.disabled(), entry.demo()))
                .toList();
    }

    private AccessChange setDisabled(String name, boolean disabled) {
        return users.setDisabled(name, disabled) ? AccessChange.DONE : AccessChange.NO_SUCH_USER;
    }

    /**
     * A user as an operator sees one.
     *
     * @param disabled whether the user is kept out for now
     * @param demo whether the password is the one that the documentation tells everybody
     */
    public record User(String name, boolean disabled, boolean demo) {}
}
