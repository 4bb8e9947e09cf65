package dev.writ.engine;

import dev.writ.engine.core.Application;
import dev.writ.engine.core.Engine;
import dev.writ.engine.core.Engines;
import dev.writ.engine.jersey.JerseyApplication;
import dev.writ.engine.model.ContractException;
import dev.writ.engine.model.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Contracts connected with all that carries them out. */
record Assembly(List<JerseyApplication> applications, List<Engine> engines) implements AutoCloseable {

    /**
     * Connects each, and closes what it made if one of them cannot be.
     *
     * @throws ContractException listing the faults of all
     */
    static Assembly of(Stream<Writ> contracts) {
        Assembly assembly = new Assembly(new ArrayList<>(), new ArrayList<>());
        List<Fault> faults = new ArrayList<>();
        try {
            contracts.forEach(contract -> assembly.add(contract, faults));
            if (!faults.isEmpty()) {
                throw new ContractException(faults);
            }
            return assembly;
        } catch (RuntimeException e) {
            assembly.close();
            throw e;
        }
    }

    private void add(Writ contract, List<Fault> faults) {
        try {
            JerseyApplication application = contract.application();
            applications.add(application);
            engines.add(contract.engine(application));
        } catch (ContractException e) {
            faults.addAll(e.faults());
        }
    }

    Application application() {
        return engines.size() == 1 ? engines.get(0) : new Engines(engines);
    }

    @Override
    public void close() {
        applications.forEach(JerseyApplication::close);
    }
}
