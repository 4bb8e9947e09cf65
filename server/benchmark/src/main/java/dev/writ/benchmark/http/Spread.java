package dev.writ.benchmark.http;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** The least, the middle and the greatest of some figures. */
record Spread(double min, double median, double max) {

    /** @throws IllegalArgumentException if there are none */
    static Spread of(Collection<Double> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("nothing was measured");
        }
        List<Double> sorted = values.stream().sorted().toList();
        int half = sorted.size() / 2;
        double middle = sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
        return new Spread(sorted.get(0), middle, sorted.get(sorted.size() - 1));
    }

    /** With the median to be seen first: {@code min-**median**-max}. */
    @Override
    public String toString() {
        return number(min) + " – **" + number(median) + "** – " + number(max);
    }

    /** Three significant digits or so. */
    static String number(double value) {
        String format = value >= 100 ? "%,.0f" : value >= 10 ? "%.1f" : value >= 1 ? "%.2f" : "%.3f";
        return String.format(Locale.ROOT, format, value);
    }
}
