package fr.ruche;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** Case management for public calls for projects: from the fiche synthétique to the funding decision. */
@Modulithic(systemName = "Ruche", sharedModules = "common")
@SpringBootApplication
public class Ruche {

    public static void main(String[] args) {
        SpringApplication.run(Ruche.class, args);
    }
}
