package dev.writ.engine.parse;

import dev.writ.engine.model.Contract;
import dev.writ.engine.model.ContractException;
import dev.writ.engine.model.Dialect;
import dev.writ.engine.model.Operation;
import dev.writ.engine.model.SchemaNode;
import dev.writ.engine.model.SecurityScheme;
import dev.writ.engine.model.SourceLocation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads OpenAPI 3.1 documents. What the engine could not enforce is a fault: nothing of a document is ignored quietly. */
public final class ContractReader {
    private static final int MAX_BYTES = 16 * 1024 * 1024;

    private ContractReader() {}

    /**
     * Reads a resource of the class path or, where there is none of that name, a file.
     *
     * @throws ContractException listing every fault of the document
     */
    public static Contract read(String name) {
        Faults faults = new Faults();
        Optional<String> text = load(name, faults);
        faults.throwIfAny();
        return parse(Path.of(name).getFileName().toString(), text.orElse(""));
    }

    /**
     * Reads a document that is already in memory.
     *
     * @param file what faults call it
     * @throws ContractException listing every fault of the document
     */
    public static Contract parse(String file, String text) {
        Faults faults = new Faults();
        Optional<SourceTree> tree = YamlReader.read(file, text, faults);
        Optional<Contract> contract = tree.map(t -> contract(new Element(t, faults, t.root(), "")));
        faults.throwIfAny();
        return contract.orElseThrow();
    }

    private static Contract contract(Element root) {
        String version = root.requiredText("openapi");
        if (!version.matches("3\\.1\\.\\d+")) {
            root.child("openapi").orElse(root).fault("OpenAPI 3.1 is supported, not '" + version + "'");
        }
        Optional<Element> info = root.child("info");
        if (info.isEmpty()) {
            root.fault("'info' is missing");
        }
        if (root.child("paths").isEmpty()) {
            root.fault("'paths' is missing");
        }
        SupportRules.check(root);
        Map<String, SecurityScheme> schemes = new SecurityReader(root).schemes();
        List<Operation> operations = new OperationReader(root, schemes).operations();
        List<SchemaNode> schemas = StructureRules.check(root);
        return new Contract(
                root.tree().document(),
                uri -> Optional.of(root.tree().document()).filter(d -> d.uri().equals(uri)),
                Dialect.OPENAPI_3_1,
                info.map(i -> i.requiredText("title")).orElse(""),
                info.map(i -> i.requiredText("version")).orElse(""),
                operations,
                schemes,
                schemas,
                List.of());
    }

    private static Optional<String> load(String name, Faults faults) {
        SourceLocation start = new SourceLocation(name, 1, 1, "");
        try (InputStream stream = open(name)) {
            byte[] bytes = stream.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                faults.add(start, "larger than " + MAX_BYTES + " bytes");
                return Optional.empty();
            }
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            faults.add(start, "not UTF-8");
        } catch (IOException e) {
            faults.add(start, "cannot be read, neither from the class path nor as a file");
        }
        return Optional.empty();
    }

    private static InputStream open(String name) throws IOException {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        ClassLoader loader = context == null ? ContractReader.class.getClassLoader() : context;
        InputStream resource = loader.getResourceAsStream(name);
        return resource == null ? Files.newInputStream(Path.of(name)) : resource;
    }
}
