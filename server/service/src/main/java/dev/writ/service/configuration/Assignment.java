package dev.writ.service.configuration;

/**
 * A value that was given to a name.
 *
 * @param origin where, as in "NAME, in the environment, is ..."
 */
record Assignment(String name, String value, String origin) {
    @Override
    public String toString() {
        return name + ", " + origin + ",";
    }
}
