package dev.writ.service;

/** How often a test repeats itself: a little in every build, in full with the profile {@code soak}. */
public final class Soak {
    private static final boolean FULL = Boolean.getBoolean("writ.soak");

    private Soak() {}

    public static int rounds(int inEveryBuild, int inFull) {
        return FULL ? inFull : inEveryBuild;
    }
}
