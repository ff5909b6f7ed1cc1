package fr.ruche.listing.web;

import fr.ruche.identity.Actors;
import fr.ruche.listing.DossierColumn;
import fr.ruche.listing.ListColumns;
import fr.ruche.listing.SavedSearch;
import fr.ruche.listing.SavedSearches;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What this account keeps for its lists. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Listes", description = "Recherches gardées et colonnes choisies, par compte.")
class SavedSearchController {

    private final SavedSearches searches;
    private final ListColumns columns;
    private final Actors actors;

    SavedSearchController(SavedSearches searches, ListColumns columns, Actors actors) {
        this.searches = searches;
        this.columns = columns;
        this.actors = actors;
    }

    /**
     * @param query of the address of a list: {@code step=userTask_instruct&sort=DUE}
     * @param usual whether this account begins with it
     */
    record NewSearch(
            @Nullable String name,
            @Nullable String query,
            @Nullable Boolean usual) {}

    /** @param usual whether this account begins with it */
    record Change(@Nullable String name, @Nullable Boolean usual) {}

    /** @param columns besides the number and the title, in the order of lists */
    record Columns(@Nullable List<String> columns) {}

    @GetMapping("/saved-searches")
    @Operation(summary = "Mes recherches gardées")
    List<SavedSearch> list() {
        return searches.of(actors.required());
    }

    @PostMapping("/saved-searches")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Garder une recherche",
            description = "`query` est celle de l’adresse d’une liste : `step=userTask_instruct&sort=DUE`.")
    SavedSearch add(@RequestBody NewSearch search) {
        return searches.add(actors.required(), search.name(), search.query(), Boolean.TRUE.equals(search.usual()));
    }

    @PutMapping("/saved-searches/{id}")
    @Operation(summary = "Renommer une recherche, ou commencer par elle")
    SavedSearch change(@PathVariable UUID id, @RequestBody Change change) {
        return searches.change(actors.required(), id, change.name(), Boolean.TRUE.equals(change.usual()));
    }

    @DeleteMapping("/saved-searches/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Supprimer une recherche")
    void remove(@PathVariable UUID id) {
        searches.remove(actors.required(), id);
    }

    @GetMapping("/list-columns")
    @Operation(summary = "Mes colonnes")
    Columns columns() {
        return new Columns(
                columns.of(actors.required()).stream().map(DossierColumn::name).toList());
    }

    @PutMapping("/list-columns")
    @Operation(summary = "Choisir mes colonnes", description = "Une liste vide rend les colonnes habituelles.")
    Columns choose(@RequestBody Columns chosen) {
        columns.choose(
                actors.required(),
                ListColumns.read("columns", chosen.columns() == null ? List.of() : chosen.columns()));
        return columns();
    }
}
