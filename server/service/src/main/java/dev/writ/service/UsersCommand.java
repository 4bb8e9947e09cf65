package dev.writ.service;

import dev.writ.service.terminal.PasswordInput;
import dev.writ.service.user.UserAdministration;
import dev.writ.service.user.UserAdministration.User;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.function.Function;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code users}: who may use the service. A running service notices within a second. */
@Command(
        name = "users",
        description = "Manages who may use the service; passwords come from a prompt or standard input.")
final class UsersCommand implements Runnable {
    private final Maintenance maintenance;
    private final PasswordInput passwords;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    UsersCommand(Maintenance maintenance, PasswordInput passwords) {
        this.maintenance = maintenance;
        this.passwords = passwords;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "users: add, passwd, disable, enable or list?");
    }

    @Command(description = "Adds a user.")
    int add(@Parameters(paramLabel = "NAME") String name) throws IOException {
        return onUsers(users -> users.add(name, passwords.read())
                .fold(
                        () -> done("Added " + name + "."),
                        () -> failed("There is a user " + name + " already."),
                        reason -> failed("The name " + reason + "."),
                        reason -> failed("The password " + reason + ".")));
    }

    @Command(description = "Gives a user another password.")
    int passwd(@Parameters(paramLabel = "NAME") String name) throws IOException {
        return onUsers(users -> users.changePassword(name, passwords.read())
                .fold(
                        () -> done("Changed the password of " + name + "."),
                        noSuchUser(name),
                        reason -> failed("The password " + reason + ".")));
    }

    @Command(description = "Keeps a user out until enabled again.")
    int disable(@Parameters(paramLabel = "NAME") String name) throws IOException {
        return onUsers(users -> users.disable(name).fold(() -> done("Disabled " + name + "."), noSuchUser(name)));
    }

    @Command(description = "Lets a user in again.")
    int enable(@Parameters(paramLabel = "NAME") String name) throws IOException {
        return onUsers(users -> users.enable(name).fold(() -> done("Enabled " + name + "."), noSuchUser(name)));
    }

    @Command(
            description =
                    "Lists the users: name, a tab, and enabled or disabled; demo for a password that everybody knows.")
    int list() throws IOException {
        return onUsers(users -> {
            users.list().forEach(user -> out().println(user.name() + "\t" + state(user)));
            out().flush();
            return ExitCode.OK;
        });
    }

    private static String state(User user) {
        return (user.disabled() ? "disabled" : "enabled") + (user.demo() ? ", demo" : "");
    }

    private int onUsers(Function<UserAdministration, Integer> work) throws IOException {
        return maintenance.run(database -> work.apply(ServiceBinder.userAdministration(database)));
    }

    private Supplier<Integer> noSuchUser(String name) {
        return () -> failed("There is no user " + name + ".");
    }

    private int done(String text) {
        out().println(text);
        out().flush();
        return ExitCode.OK;
    }

    private int failed(String text) {
        spec.commandLine().getErr().println(text);
        return ExitCode.USAGE;
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
