/**
 * Common given names, our own selection from the public-domain statistics of national offices (US Social Security
 * Administration, Destatis, INSEE, ISTAT, INE and others), without those that are ordinary words or places in English.
 */
export const FIRST_NAMES: readonly string[] = (
  'Aaron Abdul Abdullah Abigail Adam Adele Adrian Adriana Agnes Agnieszka Ahmed Aidan Aisha Akira Alan Alana Albert Alberto Alejandra Alejandro ' +
  'Aleksandr Aleksandra Alessandra Alessandro Alex Alexander Alexandra Alexandre Alexandria Alexei Alfred Alfredo Alice Alicia Alison Allison Amanda Amelia ' +
  'Amina Amit Amy Ana Anastasia Anders Andre Andrea Andreas Andrei Andrew Andrzej Angela Angelica Angelina Anita Anja Ann Anna Annabelle ' +
  'Anne Annika Anthony Anton Antonia Antonio Anja Arjun Arnold Arthur Arturo Asha Ashley Astrid Audrey Barbara Beata Beatrice Beatriz Benjamin ' +
  'Bernard Bernd Beth Bethany Betty Bianca Birgit Bjorn Bogdan Boris Bradley Brandon Brenda Brian Bridget Bruno Bryan Caitlin Caleb Camila ' +
  'Camille Carla Carlo Carlos Carmen Carol Carolina Caroline Carolyn Catalina Catherine Cecilia Cedric Chantal Charles Charlie Charlotte Chelsea Chloe Chris ' +
  'Christian Christina Christine Christoph Christopher Claire Clara Claudia Claudio Clemens Colin Connor Courtney Craig Cristina Cynthia Daniel Daniela Daniele Danielle ' +
  'Daria Darren David Dawn Deborah Debra Deepak Denise Dennis Derek Diana Diane Diego Dieter Dirk Dmitri Dmitry Dominik Dominique Donald Donna ' +
  'Dorothy Douglas Dylan Edgar Edith Eduardo Edward Edwin Eileen Elaine Elena Eleanor Elias Elisa Elisabeth Elizabeth Ella Ellen Emily Emma Emmanuel ' +
  'Enrico Enrique Eric Erica Erik Erika Ernesto Esteban Esther Ethan Eugene Eva Evan Evelyn Fabian Fabio Fatima Federica Federico Felicia Felipe ' +
  'Fernanda Fernando Fiona Florian Frances Francesca Francesco Francis Francisco Francois Frank Franz Fred Frederick Frederik Friedrich Gabriel Gabriela Gabriele Gary ' +
  'Gareth Geoffrey Georg George Gerald Gerard Gerhard Giacomo Gianna Gillian Giorgio Giovanna Giovanni Giulia Giuseppe Gloria Gonzalo Gordon Graham Greg Gregory ' +
  'Greta Guillaume Guillermo Gunther Gustavo Hannah Hans Harold Harry Hassan Heather Hector Heidi Heinrich Heinz Helen Helena Helga Helmut Henrik Henry ' +
  'Herbert Hiroshi Holger Howard Hugo Ian Ibrahim Igor Ines Ingrid Irene Irina Isaac Isabel Isabella Isabelle Ivan Ivana Jack Jackie Jacob ' +
  'Jacqueline Jacques Jaime Jakob Jakub James Jamie Jane Janet Janice Jared Jasmine Jason Javier Jean Jeffrey Jennifer Jens Jeremy Jerry Jessica ' +
  'Jesus Jill Joachim Joan Joanna Joanne Joao Joaquin Joel Johan Johanna Johannes John Johnny Jonas Jonathan Jorge Jose Josef Joseph Josephine Joshua ' +
  'Joyce Juan Juana Judith Judy Julia Julian Juliana Julie Julien Juliette Julio Justin Kaitlyn Karen Karin Karl Karolina Katarina Katarzyna Kate ' +
  'Katherine Kathleen Kathryn Katie Katrin Kayla Keith Kelly Kenneth Kenji Kerstin Kevin Khalid Kimberly Kirsten Klaus Kristen Kristin Kristina Krzysztof Kumar ' +
  'Kurt Kyle Lars Larry Laura Lauren Laurent Lawrence Leila Lena Leon Leonard Leonardo Leslie Liam Linda Lindsay Lisa Logan Lorenzo Louis ' +
  'Louise Luca Lucas Lucia Lucy Ludwig Luis Luisa Lukas Luke Lydia Lynn Madeleine Madison Magdalena Maggie Malcolm Manfred Manuel Manuela Marc Marcel ' +
  'Marcelo Marco Marcos Marcus Margaret Margarita Maria Mariana Marie Marilyn Marina Mario Marion Markus Marta Martha Martin Martina Mary Mateo Mathias ' +
  'Matteo Matthew Matthias Maurice Mauricio Max Maximilian Megan Mehmet Melanie Melissa Mia Michael Michaela Michal Michele Michelle Miguel Mikael Mikhail Milan ' +
  'Miranda Miriam Mohamed Mohammad Mohammed Monica Monika Monique Muhammad Mustafa Nadia Nadine Nancy Naomi Natalia Natalie Natasha Nathan Nathalie Neil Nicholas ' +
  'Nicola Nicolas Nicole Niels Nikolai Nina Noah Noel Nora Norbert Norman Olaf Oleg Olga Oliver Olivia Olivier Omar Oscar Oskar Otto ' +
  'Pablo Pamela Paolo Pascal Patricia Patricio Patrick Patrizia Paul Paula Paulina Pauline Paulo Pavel Pedro Peggy Peter Petra Philip Philipp Philippe ' +
  'Phillip Pierre Pietro Piotr Priya Rachel Rafael Rahul Raj Rajesh Ralph Ramon Raquel Raul Raymond Rebecca Regina Reinhard Renata Renate Rene ' +
  'Ricardo Riccardo Richard Rita Robert Roberta Roberto Robin Rodrigo Roger Roland Rolf Roman Ronald Rosa Rosemary Ross Roy Rudolf Russell Ruth ' +
  'Ryan Sabine Sabrina Salvatore Samantha Samira Samuel Sandra Sanjay Sara Sarah Scott Sean Sebastian Sergei Sergio Seth Shane Shannon Sharon Shawn ' +
  'Sheila Shirley Silvia Simon Simona Simone Sofia Sonia Sophia Sophie Stanislav Stefan Stefania Stefano Stella Stephanie Stephen Steve Steven Stuart Sunita ' +
  'Susan Susanne Suzanne Svetlana Sven Sylvia Sylvie Takashi Tamara Tanja Tanya Tara Tatiana Teresa Terry Theodore Theresa Thomas Tiffany Timothy Tina ' +
  'Tobias Todd Tomas Tomasz Toni Tracy Tyler Ulrich Ursula Valentina Valerie Vanessa Vera Veronica Veronika Victor Victoria Viktor Vincent Vincenzo Virginia ' +
  'Vivian Vladimir Walter Wanda Wayne Wendy Werner William Wojciech Wolfgang Xavier Yasmin Yolanda Yuki Yusuf Yvette Yvonne Zachary Zoe'
).split(' ');
