package dev.writ.benchmark.http;

import dev.writ.benchmark.http.Results.Row;
import dev.writ.benchmark.http.load.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A ratio that is aimed at, and what it was.
 *
 * @param most the aim
 * @param measured empty where one of the two did not take part
 */
record Aim(String what, double most, Optional<Spread> measured) {

    static List<Aim> all(Results results) {
        List<Aim> aims = new ArrayList<>();
        aims.add(of(results, Workload.SMALL_POST, "vertx", "Vert.x's", 0.6));
        aims.add(of(results, Workload.SMALL_GET, "vertx", "Vert.x's", 1.0));
        aims.add(of(results, Workload.LARGE_POST, "vertx", "Vert.x's", 0.2));
        for (String form : List.of("writ", "writ-feature")) {
            aims.add(checked(results, form, Workload.CHECKED_GET, Workload.SMALL_GET));
            aims.add(checked(results, form, Workload.CHECKED_POST, Workload.SMALL_POST));
        }
        for (Workload workload : List.of(Workload.SMALL_GET, Workload.SMALL_POST)) {
            aims.add(of(results, workload, "grizzly", "raw Grizzly's", 1.0));
        }
        for (Workload workload : Workload.values()) {
            aims.add(of(results, workload, "connexion", "Connexion's", 0.05));
        }
        aims.add(new Aim(
                "a rejected POST of an accepted one",
                1.0,
                results.ratio(new Row("writ", Workload.REJECTED_POST), new Row("writ", Workload.SMALL_POST))));
        aims.add(new Aim(
                "start of the service with a class-data archive, of the plain one",
                0.6,
                results.startRatio(ServiceStart.ARCHIVE, ServiceStart.PLAIN)));
        return aims;
    }

    private static Aim of(Results results, Workload workload, String other, String whose, double most) {
        return new Aim(
                workload.title() + " of " + whose,
                most,
                results.ratio(new Row("writ", workload), new Row(other, workload)));
    }

    private static Aim checked(Results results, String form, Workload checked, Workload plain) {
        String who = form.equals("writ") ? "" : ", by `ContractFeature`";
        return new Aim(
                checked.title() + who + ", of Jersey's without contract",
                1.1,
                results.ratio(new Row(form, checked), new Row("jersey", plain)));
    }

    /** Met, or missed by how much of the aim. */
    String verdict() {
        return measured.map(ratio -> ratio.median() <= most
                        ? "met"
                        : "missed by " + Math.round(100 * (ratio.median() / most - 1)) + " %")
                .orElse("not measured");
    }
}
