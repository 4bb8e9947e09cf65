package dev.writ.benchmark.http;

import java.util.ArrayList;
import java.util.List;

/** Those in Python and on Node, and how each is set up. */
record ForeignContestants(Place place) {
    List<Contestant> connexion() {
        return List.of(
                connexion("connexion", "Connexion", 1), connexion("connexion-workers", "Connexion, 2 workers", 2));
    }

    Contestant fastify() {
        return new Contestant(
                "fastify",
                "fastify with openapi-glue",
                "`fastify-openapi-glue` from the contract, one process. Ajv is told neither to drop unknown properties nor to turn texts into numbers, else it mends what the contract refuses. `@fastify/response-validation` where answers are checked.",
                Level.CONTRACT,
                true,
                (port, checked) -> Contestants.arguments(
                        List.of("node", place.fastify().toString()), port, paths(checked, List.of())));
    }

    private Contestant connexion(String id, String title, int workers) {
        return new Contestant(
                id,
                title,
                "`AsyncApp` with the contract and asynchronous functions, uvicorn with uvloop and httptools, workers: "
                        + workers + "; `validate_responses` where answers are checked. Logs are off, as everywhere.",
                Level.CONTRACT,
                true,
                (port, checked) -> Contestants.arguments(
                        List.of(
                                place.connexion().toString(),
                                place.connexion().resolveSibling("service.py").toString()),
                        port,
                        paths(checked, List.of("workers=" + workers))));
    }

    private List<String> paths(boolean checked, List<String> words) {
        List<String> all = new ArrayList<>(
                List.of(place.contract().toString(), place.order().toString()));
        all.addAll(words);
        if (checked) {
            all.add("checked");
        }
        return all;
    }
}
