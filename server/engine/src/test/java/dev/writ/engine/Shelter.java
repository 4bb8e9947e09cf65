package dev.writ.engine;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Something to inject, which remembers what reached the resource. */
public final class Shelter {
    private final List<String> arrivals = new CopyOnWriteArrayList<>();

    void add(String arrival) {
        arrivals.add(arrival);
    }

    List<String> arrivals() {
        return List.copyOf(arrivals);
    }
}
