package dev.writ.service.user;

class MapUserStoreTest extends UserStoreContract {

    private final UserStore store = new MapUserStore();

    @Override
    UserStore store() {
        return store;
    }

    @Override
    UserStore reopened() {
        return store;
    }
}
