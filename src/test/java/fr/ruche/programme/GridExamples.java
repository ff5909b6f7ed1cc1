package fr.ruche.programme;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.springframework.core.io.FileSystemResource;

/** The grid of 2015, without a database. */
public final class GridExamples {

    private GridExamples() {}

    /** @param median whether several jurors come together as their median */
    public static CallParameters of2015(boolean median) {
        try {
            var file = new FileSystemResource("bpmn/dsdt/DSDT-2015.call.yaml");
            var call = Objects.requireNonNull(new ShippedCalls(List.of(file), LocalDate.of(2014, 9, 1))
                    .load(false)
                    .get("DSDT-2015"));
            return CallVariants.with(call, tree -> ((ObjectNode) tree.path("marking")).put("median", median));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
