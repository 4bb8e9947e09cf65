package dev.writ.service.user;

import java.util.function.Supplier;

/** What became of the wish to keep a user out or to let one in. */
public enum AccessChange {
    /** It is so now, whatever it was before. */
    DONE,
    /** There is no user of this name. */
    NO_SUCH_USER;

    public <R> R fold(Supplier<? extends R> done, Supplier<? extends R> noSuchUser) {
        return this == DONE ? done.get() : noSuchUser.get();
    }
}
