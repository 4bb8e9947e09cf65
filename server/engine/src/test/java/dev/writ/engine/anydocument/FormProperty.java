package dev.writ.engine.anydocument;

import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Forms that break a constraint of their schema are refused, with the place of what is wrong. */
final class FormProperty {
    private static final int AT_LEAST = 12;

    private final Spec.Media media;
    private final FormMaker maker;
    private final SchemaSet schemas;
    private final Referee referee;
    private final FormBytes bytes;

    FormProperty(Spec.Media media, FormMaker maker, SchemaSet schemas, Referee referee, Random random) {
        this.media = media;
        this.maker = maker;
        this.schemas = schemas;
        this.referee = referee;
        this.bytes = new FormBytes(random);
    }

    /** @param covered constraints that were broken already, for each media type */
    void breakConstraints(Draft valid, Set<String> covered, Subject subject, Summary summary, Verdicts verdicts) {
        SentForm form = valid.form.orElseThrow();
        Node schema = schemas.of(media.schema().orElseThrow());
        FormReadings readings = new FormReadings(form, media, schema, referee);
        int count = 0;
        for (Broken broken : ValueBreaker.of(schema, form.value(), schemas, referee, place -> true)) {
            Optional<SentForm> sent = written(form, broken);
            String constraint = form.type() + " " + broken.constraint();
            if (sent.isEmpty()
                    || (covered.contains(constraint) && count >= AT_LEAST)
                    || !readings.mustBeRefused(broken, sent.get())) {
                continue;
            }
            covered.add(constraint);
            count++;
            summary.count("broken forms");
            Draft draft = valid.copy();
            draft.setForm(sent.get(), bytes);
            verdicts.refuses("body", Optional.empty(), readings.told(broken, sent.get()), draft, subject.send(draft));
        }
    }

    private Optional<SentForm> written(SentForm valid, Broken broken) {
        try {
            return Optional.of(maker.rewrite(valid, media, broken.value()));
        } catch (Unsatisfiable e) {
            return Optional.empty();
        }
    }
}
