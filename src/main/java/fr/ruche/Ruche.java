package fr.ruche;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.modulith.Modulithic;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Case management for public calls for projects: from the fiche synthétique to the funding decision. */
@Modulithic(systemName = "Ruche", sharedModules = "common")
@SpringBootApplication
@EnableScheduling
public class Ruche {

    public static void main(String[] args) {
        SpringApplication.run(Ruche.class, args);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
