/**
 * Common given names, our own selection from the public-domain statistics of national offices (US Social Security
 * Administration, Destatis, INSEE, ISTAT, INE and others), without those that are ordinary words or places in English.
 */
export const FIRST_NAMES: readonly string[] = (
  'Aaliyah Aaron Abbas Abdul Abdulaziz Abdullah Abel Abhishek Abigail Adalbert Adam Adele Adeline Aditya Adnan Adolfo Adrian Adriana Agata Agnes ' +
  'Agnieszka Agostino Agustin Ahmad Ahmed Aidan Aino Aisha Akira Aksel Alaina Alan Alana Alastair Albert Alberto Alejandra Alejandro Aleksandar ' +
  'Aleksander Aleksandr Aleksandra Aleksi Alessandra Alessandro Alessia Alex Alexander Alexandra Alexandre Alexandria Alexei Alfonso Alfred Alfredo ' +
  'Alice Alicia Alina Aline Alison Aliya Allan Allison Alma Alois Alvaro Amanda Amar Amelia Amina Amir Amit Amy Ana Anastasia Anatoly Anaïs Anders ' +
  'Andras Andre Andrea Andreas Andreea Andrei Andrej Andrew Andrzej András André Andrés Aneta Angela Angelica Angelina Angelo Angus Anil Aniruddha ' +
  'Anisha Anita Anja Anjali Anke Ann Anna Annabelle Anne Anneli Annette Annie Annika Anouk Anthony Antoine Antoinette Anton Antonella Antonia Antonio ' +
  'Antti António Anu Anya Ariana Ariel Arjun Armando Arnaud Arne Arnold Artem Arthur Arturo Asad Asha Ashley Asif Astrid Asuka Audrey Augusto Aurelie ' +
  'Ayesha Ayse Aysel Ayşe Balazs Barbara Bartosz Bashir Beata Beate Beatrice Beatriz Belinda Benedict Benedikt Benjamin Benoit Benoît Berit Bernadette ' +
  'Bernard Bernardo Bernd Bertha Bertram Beth Bethany Betty Bhavna Bianca Birgit Birgitta Bjarne Bjorn Björn Bjørn Blanka Bogdan Bojan Boleslaw Boris ' +
  'Božena Bradley Brandon Brenda Brendan Brent Brett Brian Bridget Brigitte Britta Brooke Bruce Bruno Bryan Bärbel Caitlin Caleb Camila Camilla Camille ' +
  'Candice Carina Carl Carla Carlo Carlos Carlotta Carmen Carol Carolina Caroline Carolyn Carsten Cassandra Catalina Catherine Cecilia Cecilie Cedric ' +
  'Celeste Celia Celine Chandra Chantal Charlene Charles Charlie Charlotte Charmaine Chelsea Cheryl Chiara Chidi Chinwe Chloe Chloé Chris Christa ' +
  'Christelle Christian Christiane Christina Christine Christoph Christophe Christopher Ciara Cindy Claire Clara Clarence Clarissa Claude Claudia ' +
  'Claudine Claudio Clemence Clemens Clifford Clyde Colin Conceição Concetta Connor Conrad Constance Consuelo Cora Corinna Corinne Cornelia Cornelius ' +
  'Cosmin Courtney Craig Cristian Cristina Cynthia Cyril Cédric Dagmar Daisuke Dale Dalia Damian Damien Damir Dan Danica Daniel Daniela Daniele Danielle ' +
  'Danijel Danilo Danuta Daria Darius Darko Darlene Darrell Darren David Davide Davina Davor Dawn Dean Debbie Deborah Debra Deepak Delphine Denis Denise ' +
  'Dennis Derek Derrick Desmond Diana Diane Diego Dieter Dina Dinesh Dirk Dmitri Dmitry Dolores Domenico Dominik Dominique Donald Donna Doreen Doris ' +
  'Dorota Dorothy Douglas Dragan Dubravka Duncan Dusan Dwayne Dylan Edeltraud Edgar Edith Edmund Edoardo Edouard Eduard Eduardo Edvard Edward Edwin ' +
  'Efrain Eileen Eirik Elaina Elaine Eleanor Elena Eleni Eleonora Elias Elif Elina Elisa Elisabeth Eliza Elizabeth Ella Ellen Ellie Elliot Elliott ' +
  'Eloise Elsa Elvira Emanuele Emeka Emil Emilia Emilie Emilio Emily Emir Emma Emmanuel Emmy Emre Endre Enrico Enrique Enzo Eric Erica Erich Erik Erika ' +
  'Ernest Ernesto Erwin Esteban Estelle Esther Eszter Ethan Etienne Eugene Eugenia Eugenio Eunice Eva Evan Evelyn Ewa Ewan Fabian Fabio Farah Farid ' +
  'Fatima Fatma Federica Federico Felicia Felipe Feng Ferenc Fernanda Fernando Filip Finn Fiona Flavia Flavio Florian Fouad Frances Francesca Francesco ' +
  'Francine Francis Francisco Franck Francois Frank Franz François Fred Frederic Frederick Frederik Frieda Friedrich Fritz Frédéric Gabor Gabriel ' +
  'Gabriela Gabriele Gaetano Galina Ganesh Gareth Gary Genevieve Geoffrey Georg George Gerald Geraldine Gerard Gerda Gergely Gerhard Germaine Gertrude ' +
  'Ghislaine Giacomo Gianluca Gianna Gilbert Gilberto Gillian Gina Giorgio Giovanna Giovanni Gisela Giselle Giulia Giuseppe Gladys Glenn Gloria Gonzalo ' +
  'Goran Gordon Gottfried Graham Grazyna Greg Gregor Gregory Greta Grigori Grzegorz Guadalupe Gudrun Guido Guillaume Guillermo Gunther Gustavo Guðrún ' +
  'Gwen Gyorgy Gábor Gérard Göran Gülay Günter Günther Haakon Hakan Halina Halldor Halldór Hamid Hamza Hanna Hannah Hanne Hannelore Hans Harald Harold ' +
  'Harry Haruki Haruto Hasan Hassan Hatice Hazel Heather Hector Hedwig Heidi Heike Heikki Heiko Heinrich Heinz Helen Helena Helene Helga Helmut Henri ' +
  'Henrietta Henrik Henry Herbert Hermann Hilda Hildegard Hiroshi Holger Howard Hugh Hugo Hussein Håkan Hélène Ian Ibrahim Ida Ignacio Igor Ikram Ilona ' +
  'Imran Ines Inga Inge Ingeborg Inger Ingmar Ingrid Inês Irene Irina Irma Isaac Isabel Isabela Isabella Isabelle Isak Isidora Ismail Istvan István Ivan ' +
  'Ivana Ivar Iveta Ivo Iñigo Jaakko Jacek Jacinta Jack Jackie Jacob Jacqueline Jacques Jadwiga Jaime Jakob Jakub Jamal James Jamie Jan Jana Jane ' +
  'Janelle Janet Janice Janina Janine Janusz Jared Jari Jarmila Jaroslav Jaroslaw Jasmin Jasmine Jason Javed Javier Jayden Jean Jeanette Jeanne Jeffrey ' +
  'Jelena Jenna Jennifer Jenny Jens Jeremy Jerome Jerry Jerzy Jesper Jessica Jesus Jesús Jill Jiri Jitka Jiří Jo Joachim Joakim Joan Joanna Joanne Joao ' +
  'Joaquin Jochen Jodie Joe Joel Johan Johann Johanna Johannes John Johnathan Johnny Jon Jonah Jonas Jonathan Jordi Jorge Jorgen Jose Josef Josefina ' +
  'Joseph Josephine Josh Joshua Josip José Jovana Joyce Jozef João Juan Juana Judith Judy Juhani Julia Julian Juliana Julie Julien Juliet Julieta ' +
  'Juliette Julio Jurgen Jussi Justin Jutta Jérôme Jón Jörg Jørgen Jürgen Kaitlyn Kaja Kamal Kamila Kareem Karen Karima Karin Karina Karl Karl-Heinz ' +
  'Karla Karol Karolin Karolina Karsten Kasper Katalin Katarina Katarzyna Kate Kateřina Katherine Kathleen Kathrin Kathryn Kathy Katie Katja Katrin ' +
  'Katya Kavita Kayla Kazuki Kazuko Keiko Keisha Keith Kelly Ken Kendra Kenji Kenneth Kerry Kerstin Ketil Kevin Khadija Khalid Kim Kimberly Kirsten ' +
  'Kirsty Kjell Klara Klaus Knut Konrad Konstantin Krishna Krista Kristen Kristian Kristin Kristina Kristine Kristof Kristoffer Krisztián Krystyna ' +
  'Krzysztof Kumar Kumiko Kurt Kyle Käthe Ladislav Lajos Larissa Larry Lars Lasse Laszlo Latoya Laura Lauren Laurence Laurent Lauri Laurie Lawrence Lea ' +
  'Leah Leandro Leif Leigh Leila Lena Lennart Leon Leona Leonard Leonardo Leopold Leroy Leslie Leszek Liam Lidia Lidija Liisa Lila Lili Lilian Liliana ' +
  'Lina Linda Lindsay Linnea Linus Lisa Lise Livia Logan Loic Lorenzo Loretta Lorraine Lothar Louis Louisa Louise Loïc Luana Lubomir Luca Lucas Lucia ' +
  'Luciana Luciano Lucie Lucille Lucy Lucía Ludmila Ludwig Luigi Luis Luisa Lukas Luke Lukáš Luuk Luís Lydia Lynn László Maarten Maciej Madeleine ' +
  'Madison Mads Magda Magdalena Maggie Magnus Mahmoud Maia Maja Malcolm Malgorzata Malte Mandy Manfred Manoj Manon Manuel Manuela Mara Marc Marcel ' +
  'Marcela Marcelle Marcelo Marcin Marco Marcos Marcus Marek Margaret Margarete Margarita Margit Margot Margrethe Marguerite Maria Mariam Mariana ' +
  'Mariano Maribel Marie Marija Marijke Marika Marilyn Marina Mario Marion Marisa Marissa Mariusz Marjorie Marko Markus Marlene Marlon Marta Marten ' +
  'Martha Martin Martina Martine Marvin Mary María Masahiro Massimo Mateo Mateusz Mathias Mathieu Mathilde Matias Matilda Mats Matteo Matteus Matthew ' +
  'Matthias Mattias Matěj Maureen Maurice Mauricio Maxime Maximilian Maxine Megan Mehdi Mehmet Melanie Melinda Melissa Meredith Merja Mette Mia ' +
  'Michael Michaela Michal Michał Micheal Michele Michelle Michiko Miguel Mika Mikael Mikhail Mikko Milan Milena Milica Milos Minh Miranda Mirela Miriam ' +
  'Mirjam Miro Miroslav Mitchell Mohamed Mohammad Mohammed Mohan Monica Monika Monique Moritz Morten Muhammad Muriel Mustafa Myriam Myrtle Mária Märta ' +
  'Mónica Nadia Nadine Nadja Nagy Nancy Naomi Narendra Natalia Natalie Nataliya Natalya Natasha Nathalie Nathan Neil Nelly Nelson Nenad Nicholas Nicola ' +
  'Nicolai Nicolas Nicole Nicoletta Niels Niklas Nikola Nikolai Nikolaus Nikos Nils Nina Nisha Noah Noel Noemi Nora Norbert Noriko Norman Noura Noël ' +
  'Odette Olaf Oleg Oleksandr Olena Olga Oliver Olivia Olivier Olof Omar Omer Ondrej Ondřej Orsolya Osama Oscar Oskar Osman Otilia Ottavio Otto Owen ' +
  'Pablo Paige Palle Pamela Paolo Parvati Pascal Pascale Patricia Patricio Patrick Patrik Patrizia Paul Paula Pauli Paulina Pauline Paulo Pavel Pawel ' +
  'Paweł Pedro Peggy Pekka Pelle Penelope Pernille Perry Peter Petr Petra Philip Philipp Philippa Philippe Phillip Phoebe Phyllis Pia Pierre Pieter ' +
  'Pietro Pilar Piotr Pirjo Pooja Pradeep Prakash Preeti Priya Pål Péter Rachael Rachel Radek Radoslav Rafael Rafal Raffaele Rahul Raimund Rainer Raisa ' +
  'Raj Rajesh Rajiv Ralf Ralph Ramesh Ramon Randall Randi Ranjit Raquel Rashid Rasmus Raul Ravi Raymond Raúl Rebecca Regina Reginald Reiner Reinhard ' +
  'Remy Renata Renate Rene René Reza Rhonda Ricarda Ricardo Riccardo Richard Rikke Rina Risto Rita Ritva Robert Roberta Roberto Robin Rocco Rodney ' +
  'Rodrigo Rogelio Roger Roland Rolf Romain Roman Romana Ron Ronald Roni Ronny Rosa Rosalie Rosalind Rosario Rosemarie Rosemary Ross Roxana Roy Ruben ' +
  'Rudi Rudolf Rui Ruslan Russell Ruth Ryan Sabine Sabrina Saeed Sakura Salma Salman Salvatore Sam Samantha Samir Samira Samuel Sandeep Sandra Sandro ' +
  'Sanjay Sanna Sara Sarah Saskia Satoshi Saul Scott Sean Sebastian Sebastien Selina Selma Serena Serge Sergei Sergey Sergio Seth Shabnam Shane Shanice ' +
  'Shannon Shanti Sharon Shauna Shawn Sheila Shelby Shelley Sherri Shigeru Shinji Shirley Shreya Sibylle Siegfried Sigrid Sigríður Sigurd Siiri Silvia ' +
  'Simon Simona Simone Sina Sinead Siobhan Sirpa Slavko Slobodan Snezana Sofia Sofía Solveig Sonia Sophia Sophie Soren Stacey Stacy Stanislav Stanisław ' +
  'Stanley Stefan Stefania Stefano Steffen Stella Stephan Stephane Stephanie Stephen Steve Steven Stewart Stig Stuart Subhash Sue Sunita Suresh Susan ' +
  'Susana Susann Susanne Suzana Suzanne Sven Svetlana Sybille Sylvia Sylvie Szymon Sébastien Sérgio Sören Søren Takashi Tamara Tamas Tamika Tanisha ' +
  'Tanja Tanya Tara Tariq Tatiana Tatjana Tatyana Ted Teemu Terence Teresa Teresita Terje Terry Thea Thelma Theo Theodore Theresa Thierry Thomas ' +
  'Thorsten Tiago Tibor Tiffany Tiina Tim Timo Timothy Tina Tobias Todd Tom Tomas Tomasz Tomislav Tommaso Tommy Tomáš Toni Tony Torben Tore Toshiko Tove ' +
  'Tracy Trevor Trine Tristan Trond Trudy Tuomas Tyler Tyrone Uche Udo Ulrich Umberto Urs Ursula Urszula Usha Ute Uwe Vaclav Valentin Valentina Valerie ' +
  'Valerio Vanessa Vanja Vasco Vasily Vera Veronica Veronika Verónica Vesna Vicente Vicky Victor Victoria Vidar Viet Vijay Vikram Viktor Vilma Vincent ' +
  'Vincenzo Violeta Virginia Virginie Virpi Vishal Vitor Vittorio Vivian Vivien Vivienne Vladimir Vojtech Volker Vytautas Václav Wade Waldemar Walid ' +
  'Walter Wanda Warren Wayne Wei Wendell Wendy Werner Wilfred Wilhelm William Wilma Wim Winston Wladyslaw Wojciech Wolfgang Xavier Xiomara Yannick ' +
  'Yasmin Yasmine Yasuko Yelena Yevgeny Ying Yolanda Yosef Youssef Yuki Yuri Yuriko Yusuf Yuto Yves Yvette Yvonne Zachary Zainab Zbigniew Zdenek Zdenka ' +
  'Zdeněk Zeynep Zlatko Zoe Zofia Zoltan Zoltán Zora Zoran Zoé Zoë Zsofia Zsolt Zsófia Zuzana Ágnes Ángel Åke Åsa Çağlar Élise Émilie Éric Éva Íñigo ' +
  'Ólafur Óscar Ömer Örjan Özgür Øyvind Þór Đorđe Łukasz Şükrü Željko Živko Александр Алексей Дмитрий Елена Иван Мария Наталья Ольга Сергей Татьяна'
).split(' ');
