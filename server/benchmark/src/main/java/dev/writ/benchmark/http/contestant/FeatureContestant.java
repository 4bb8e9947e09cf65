package dev.writ.benchmark.http.contestant;

import dev.writ.engine.core.ResponseChecks;
import dev.writ.engine.jersey.ContractFeature;
import dev.writ.engine.parse.ContractReader;
import java.io.IOException;

/** The application of {@link JerseyContestant} with this engine's feature, which judges and checks around it. */
public final class FeatureContestant {
    private FeatureContestant() {}

    public static void main(String[] arguments) throws IOException {
        Choice choice = Choice.of(arguments);
        ContractFeature feature = ContractFeature.of(ContractReader.read(Choice.CONTRACT))
                .authenticator("ApiKey", new ApiKeys(false))
                .responseChecks(choice.checked() ? ResponseChecks.ENFORCE : ResponseChecks.OFF);
        JerseyServer.start(choice.port(), JerseyServer.application().register(feature));
    }
}
