/**
 * Common given names, our own selection from the public-domain statistics of national offices (US Social Security
 * Administration and Census Bureau, Destatis, INSEE, ISTAT, INE and others), without those that are ordinary words or places in English.
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
  'Ólafur Óscar Ömer Örjan Özgür Øyvind Þór Đorđe Łukasz Şükrü Željko Živko Александр Алексей Дмитрий Елена Иван Мария Наталья Ольга Сергей Татьяна' +
  ' Abbey Abbie Abby Adan Addie Adela Adelaida Adelaide Adelia Adelina Adell Adella Adelle Adina Adolph Adria Adriane Adrianna Adrianne Adrienne Afton ' +
  'Agatha Agustina Aida Aileen Aimee Alanna Alba Alberta Albertha Albertine Albina Alda Alden Aldo Alec Alecia Alejandrina Alena Alene Alesha Alesia ' +
  'Aleta Aletha Alethea Alexa Alexia Alexis Alfonzo Alfreda Alida Alisa Alisha Alissa Allene Allie Allyson Almeda Alphonse Alphonso Alta Altagracia ' +
  'Althea Alton Alva Alvin Alvina Alyce Alycia Alysia Alyson Alyssa Amada Amado Amalia Amie Amparo Anabel Anastacia Andra Andres Andria Andy Angelia ' +
  'Angeline Angelique Angelita Angella Angie Anglea Anibal Anika Anissa Anitra Annabel Annamarie Anneliese Annemarie Annetta Annmarie Antionette ' +
  'Antone Antonette Antonina Antony Antwan Araceli Aracely Arcelia Archie Ardis Ardith Aretha Arielle Arleen Arlene Arlette Arline Armand Armida ' +
  'Arnulfo Aron Arron Artie Ashely Ashlee Ashleigh Ashlie Ashly Athena Aubrey Audra Audry Augusta Augustus Aura Aurea Aurelia Aurelio Avis Awilda ' +
  'Bambi Barb Barbie Barbra Bart Basil Beau Becky Belen Bella Belle Belva Benita Benito Bennie Benny Berenice Bernadine Bernice Bernie Berniece ' +
  'Bernita Berta Bertie Beryl Bess Bessie Betsy Bette Bettie Bettina Bettye Beulah Beverley Billy Billye Birdie Blaine Blanca Blanch Blanche Bobbi ' +
  'Bobbie Bobby Bobbye Bonita Bonnie Bonny Bradly Brain Brandee Branden Brandi Brandie Brant Breanna Breanne Bree Brenna Brenton Bret Briana Brianna ' +
  'Brianne Brice Bridgett Bridgette Brigette Britney Brittani Brittany Brittney Bryce Bryon Buffy Buford Burl Byron Caitlyn Callie Calvin Camelia Cami ' +
  'Candace Candance Candelaria Candi Candida Candis Cara Caren Cari Caridad Carie Carin Carissa Carleen Carlene Carlota Carly Carlyn Carma Carman ' +
  'Carmel Carmela Carmelita Carmella Carmelo Carmine Carolann Carole Carolee Carolynn Carri Carrie Carrol Cary Caryl Caryn Casandra Cassie Catharine ' +
  'Cathi Cathie Cathleen Cathrine Cathryn Cathy Catina Catrina Cecelia Cecil Cecile Cecily Celestine Celina Cesar Chana Chanda Chanel Chantel ' +
  'Chantelle Charissa Charisse Charity Charla Charleen Charlette Charley Charline Charolette Chasity Chastity Chauncey Chaya Chelsey Chelsie Cheri ' +
  'Cherie Cherise Cherly Cherri Cherrie Cheryle Cheyenne Chiquita Chong Chrissy Christal Christel Christen Christene Christi Christiana Christin ' +
  'Christoper Chrystal Chun Cierra Cinda Cindi Cinthia Clair Clare Claribel Clarice Claudette Clementina Clementine Cleo Cleta Clint Colby Coleen ' +
  'Colette Colleen Collette Collin Concepcion Connie Coral Corazon Cordelia Corene Cori Corina Corine Corrie Corrina Corrine Cortney Cory Cristal ' +
  'Cristi Cristin Cristine Cristy Curt Cyndi Cyrus Cythia Damaris Damion Damon Dana Dane Danelle Danette Dani Dania Danial Daniella Danita Danna ' +
  'Dannie Dannielle Danny Dante Danyelle Daphne Dara Darci Darcie Darcy Daren Darin Dario Darla Darleen Darline Darrel Darrin Darryl Darwin Daryl Dave ' +
  'Davida Dawna Dayna Deana Deandre Deann Deanna Deanne Debbra Debby Debi Debora Debrah Dedra Deena Deidra Deidre Deirdre Delbert Delfina Delia ' +
  'Delilah Della Delma Delmar Delmer Delois Delora Delores Deloris Delphia Demetra Demetria Demetrius Dena Deneen Denice Denita Denna Dennise Deon ' +
  'Derick Desirae Desiree Dessie Destiny Devin Devon Dewayne Dewey Dexter Dian Diann Dianna Dianne Dinah Dino Dion Dionne Dixie Dollie Dolly Domenica ' +
  'Dominga Domingo Dominic Dominick Dona Donita Donn Donnell Donnie Donny Dora Dorcas Dorene Doretha Dori Dorian Dorinda Dorotha Dorothea Dorris ' +
  'Dortha Dorthea Dorthy Dottie Dovie Duane Dulce Dustin Dwight Earle Earlene Earline Earnest Earnestine Eartha Easter Eboni Ebony Eddie Edelmira ' +
  'Edgardo Edie Edmond Edna Edwardo Edwina Edythe Effie Efren Elana Elba Elbert Elda Eldon Eldora Eleanora Eleanore Elenor Elenora Elfriede Elia Elida ' +
  'Elijah Elinor Elise Eliseo Elisha Elissa Elizebeth Elma Elmira Elmo Elna Elnora Eloisa Elouise Eloy Elsie Elton Elva Elvera Elvia Elvin Elvis ' +
  'Elwood Elyse Emanuel Emelia Emile Emilee Emmett Emogene Emory Enedina Enid Enriqueta Erick Ericka Erin Erlinda Erma Erna Ernestina Ernestine Ernie ' +
  'Errol Esmeralda Esperanza Essie Esta Estela Estella Ester Estrella Ethel Ethelyn Etta Eugenie Eula Eulalia Evalyn Evangelina Evangeline Evelia ' +
  'Evelina Evelyne Everette Evette Evie Evon Evonne Ezra Fabiola Fallon Fannie Fanny Farrah Faustino Fawn Faye Felecia Felica Felice Felicita ' +
  'Felicitas Felipa Felisa Felisha Ferdinand Ferne Fidel Filomena Flor Florencia Florene Florida Florine Flossie Floy Fonda Forest Fran Francisca ' +
  'Frankie Freda Freddie Freddy Fredric Fredrick Freida Gabriella Gabrielle Gail Galen Garnet Garry Garth Gavin Gaye Gayla Gayle Gaynell Gemma Gena ' +
  'Genaro Genoveva Georgetta Georgette Georgiana Georgianna Georgie Georgina Geralyn Gerardo Geri Gerri Gerry Gertie Gigi Gilda Ginny Gino Gisele ' +
  'Gladis Glenda Glenna Glory Golda Goldie Gracie Graciela Gregoria Gregorio Gretchen Gretta Griselda Guillermina Gussie Gwendolyn Hailey Hallie ' +
  'Harlan Harriet Harriett Harriette Hattie Haydee Hayley Hellen Heriberto Herlinda Hermelinda Herminia Herschel Hershel Hettie Hilario Hilary Hillary ' +
  'Hilma Hiram Holli Hollie Homer Horace Horacio Hortencia Hortense Hortensia Hubert Hulda Humberto Huong Idalia Idell Idella Ileana Ilene Iliana Ilse ' +
  'Imelda Imogene Inez Iola Iona Ione Irena Irmgard Isabell Isaiah Isela Isiah Isidro Ismael Issac Ivette Ivonne Ivory Jacalyn Jackeline Jacklyn ' +
  'Jaclyn Jacque Jacquelin Jacquelyn Jacquline Jada Jaimie Jake Jamaal Jamar Jame Jamel Jami Jamila Jammie Janae Janeen Janel Janell Janene Janette ' +
  'Janey Janie Janis Janna Jannette Jannie Jaqueline Jarred Jarrod Jasper Jaunita Jayme Jayne Jayson Jazmin Jeana Jeane Jeanetta Jeanie Jeanine Jeanna ' +
  'Jeannette Jeannie Jeannine Jefferey Jeffery Jeffry Jena Jenelle Jenette Jenifer Jeniffer Jennette Jenni Jennie Jenniffer Jerald Jeraldine Jeremiah ' +
  'Jeri Jerilyn Jermaine Jerold Jerri Jerrie Jerrod Jerrold Jesica Jess Jesse Jessie Jettie Jillian Jimmie Joana Joanie Joann Jocelyn Jodi Jody Joelle ' +
  'Joellen Joesph Joetta Joey Johnathon Johnetta Johnie Johnna Johnnie Joleen Jolene Jolynn Jonathon Jonell Joni Jonna Jonnie Josefa Josephina Josette ' +
  'Josiah Josie Josue Jovita Joycelyn Juanita Judi Judie Judson Jules Juli Juliann Julianna Julianne Julissa Julius Jung Junior Justina Justine Kacey ' +
  'Kaci Kacie Kaitlin Kala Kali Kami Kandace Kandi Kandice Kandy Kara Karan Kari Karie Karissa Karlene Karolyn Karon Karri Karrie Karyn Kasandra Kasey ' +
  'Kassandra Katelyn Katharine Katheryn Kathi Kathie Kathlene Kathlyn Kathrine Kathryne Kathyrn Katina Katrina Katy Kaye Kaylee Kecia Keely Keli Kelli ' +
  'Kellie Kelsie Kelvin Kenna Kennith Kenton Kenyatta Keri Kerri Kerrie Kesha Keshia Keven Kiara Kieth Kimberely Kimberlee Kimberley Kimberli Kira ' +
  'Kirstin Kisha Kitty Kizzy Kori Kory Kris Kristal Kristan Kristi Kristie Kristopher Kristy Kristyn Krystal Krystle Kurtis Kyla Kylee Kylie Kyong ' +
  'Kyra Kyung Laci Lacie Ladonna Laila Lakeisha Lakesha Lakeshia Lakisha Lamont Lana Lance Landon Lanette Lani Lanita Lanny Laquita Larue Lashanda ' +
  'Lashawn Lashonda Latanya Latasha Latisha Latonia Latonya Latosha Latrice Latricia Laureen Laurel Laurene Lauretta Laurette Lavada Lavern Laverne ' +
  'Lavina Lavinia Lavon Lavonda Lavonne Lawanda Lazaro Leandra Leann Leanna Leanne Leatha Leatrice Leda Leeann Leesa Leilani Leisa Lela Leland Lelia ' +
  'Lemuel Lenard Lennie Lenny Lenora Lenore Leola Leone Leonel Leonor Leonora Leopoldo Leora Leota Lesa Leslee Lesley Lesli Lessie Leta Letha Leticia ' +
  'Letitia Lettie Levi Liana Liane Lida Lien Lilia Lillian Lillie Lindy Linette Linh Linnie Linsey Linwood Lionel Lisette Lissa Lissette Lita Liza ' +
  'Lizabeth Lizbeth Lizette Lizzie Lois Lola Lolita Lona Loni Lonnie Lora Loraine Loree Loreen Lorelei Loren Lorena Lorene Lorenza Lori Lorie Lorinda ' +
  'Lorine Lorna Lorretta Lorri Lorrie Lottie Louann Louella Louie Lovie Lowell Luann Luanne Lucien Lucienne Lucila Lucile Lucina Lucinda Lucio ' +
  'Lucretia Luella Lula Lulu Lupe Lupita Lura Luvenia Lyda Lyla Lyman Lynda Lyndsay Lyndsey Lynette Lynne Lynnette Mabel Mable Machelle Mackenzie ' +
  'Madalyn Madeline Madelyn Madge Madonna Maegan Magdalene Magnolia Maira Majorie Malia Malinda Malissa Mamie Mandi Maranda Marcelina Marcelino ' +
  'Marcella Marci Marcia Marcie Marcy Margarett Margarette Margarite Margarito Marge Margery Margie Margo Margret Mari Mariah Marian Mariann Marianna ' +
  'Marianne Maribeth Maricela Mariela Marietta Marilee Marilou Marilynn Marisela Marisol Marita Maritza Marjory Marla Marlena Marlin Marlo Marlyn ' +
  'Marlys Marnie Marquerite Marquis Marquita Marry Marsha Marti Marty Marva Marvel Maryann Maryanne Marybeth Maryellen Maryjane Maryjo Marylee Marylin ' +
  'Marylou Marylyn Masako Mathew Mathilda Matilde Mattie Maud Maude Maudie Maura Maurine Mauro Mavis Maxie Maya Maybelle Mayme Mayra Mazie Meagan ' +
  'Meaghan Mechelle Meghan Melba Melina Melisa Mellisa Mellissa Melodie Melody Melonie Melony Melva Melvina Mercy Merle Merlin Merry Mervin Meryl ' +
  'Micaela Micah Michell Mickey Mickie Migdalia Milagros Mildred Milford Milissa Millard Millicent Millie Milo Mimi Mina Mindi Mindy Minerva Minnie ' +
  'Mira Mireya Mirian Mirna Mirta Missy Misti Mitch Mitchel Mittie Mitzi Modesta Moira Moises Mollie Molly Mona Monte Monty Mozell Mozelle Myong Myra ' +
  'Myrna Myron Myrtice Myrtis Nada Nakia Nakisha Nanci Nanette Nannette Nannie Napoleon Nathaniel Natividad Nedra Nelda Nelida Nell Nella Nelle Nellie ' +
  'Nena Neoma Nereida Nestor Nettie Neva Nichelle Nichol Nichole Nicki Nickie Nickolas Nicolasa Nicolette Nidia Nigel Niki Nikita Nikki Nikole Nila ' +
  'Nilda Nilsa Ninfa Nita Noelia Noella Noelle Nola Nona Norberto Noreen Norene Norine Norma Normand Novella Nydia Ocie Octavia Octavio Odis ' +
  'Ofelia Olen Oleta Olin Oliva Ollie Opal Ophelia Oralia Orpha Orval Orville Osvaldo Otis Ouida Palma Pamala Pansy Paola Particia Pasquale Patience ' +
  'Patrica Patrice Patsy Patti Pattie Patty Paulette Pearlie Pearline Peggie Pennie Penny Percy Perla Phil Phillis Philomena Phuong Phylis Phyliss ' +
  'Pinkie Polly Porfirio Pricilla Priscilla Prudence Queenie Quentin Quincy Quinton Racheal Rachelle Racquel Rafaela Ramiro Ramona Rana Randa Randal ' +
  'Randell Randy Raphael Rashida Raven Raymundo Reba Rebeca Rebekah Refugio Reggie Reina Reinaldo Rena Renae Renea Renee Renita Reta Retha Retta ' +
  'Reuben Reva Reynaldo Rhea Rhiannon Rhoda Richelle Richie Rickey Rickie Ricky Rico Rigoberto Rikki Risa Robbie Robbin Robby Robt Robyn Rochelle ' +
  'Rocio Roderick Rodger Rodolfo Rodrick Rolanda Rolando Rolland Romona Rona Ronda Ronna Ronnie Roosevelt Rosalba Rosalee Rosalia Rosalina ' +
  'Rosalinda Rosaline Rosalva Rosalyn Rosanna Rosanne Rosaria Rosaura Roscoe Roseann Roseanna Roseanne Rosella Roselyn Rosendo Rosetta Rosie Rosina ' +
  'Rosita Roslyn Rowena Roxane Roxann Roxanna Roxanne Roxie Rubie Rubye Rudy Rufina Rufus Rupert Ruthann Ruthie Sabina Sabra Sade Sadie Salina Sallie ' +
  'Sally Salvador Samatha Sammie Sammy Sandi Sanjuana Sanjuanita Sarita Sasha Saundra Scarlett Scot Scottie Scotty Selena Shaina Shalonda ' +
  'Shameka Shamika Shana Shanda Shandra Shanell Shani Shanika Shanita Shanna Shannan Shanon Shanta Shante Shantel Shantell Shara Sharee Sharen Shari ' +
  'Sharita Sharla Sharlene Sharonda Sharron Sharyn Shasta Shaun Shawanda Shawna Shayla Shayna Sheena Shelia Shelli Shellie Shelly Shena Sheree Sheri ' +
  'Sherie Sherilyn Sherita Sheron Sherrie Sherron Sherryl Sheryl Shiela Shirlee Shirlene Shirly Shonda Sibyl Sidney Silas Socorro Soledad Sondra Sonja ' +
  'Sonny Sonya Staci Stacia Stacie Starla Stefani Stefanie Stephaine Stephani Stephany Stephenie Stephine Stevie Sunshine Susanna Susannah Suzan ' +
  'Suzanna Suzette Suzie Suzy Sybil Syble Tabatha Tabitha Talia Tamar Tamatha Tameka Tamela Tamera Tami Tamie Tamiko Tammi Tammie Tammy Tamra Tana ' +
  'Tanesha Tangela Tania Tanika Tarsha Taryn Tasha Tawana Tawanda Tawanna Tawnya Teddy Teena Tena Tenisha Teodora Tera Terese Teressa Teri Terra ' +
  'Terrance Terrence Terri Terrie Tess Tessa Tessie Thad Thaddeus Thanh Theda Theodora Therese Theron Thersa Thomasina Thresa Thuy Tiana Tiara Tierra ' +
  'Tiffani Tiffanie Tiffiny Tillie Timmy Tisha Toby Tomasa Tomeka Tomika Tommie Tonia Tonja Tonya Tori Tory Tosha Toya Tracee Tracey Traci Tracie ' +
  'Trena Trenton Tresa Tressa Tressie Treva Trey Tricia Trina Trish Trisha Trista Truman Twila Twyla Tyra Tyree Ulysses Vada Valarie Valeria Valorie ' +
  'Vannessa Veda Velda Velia Velma Velva Venessa Venita Verda Vergie Verla Verna Vernell Vernice Vernie Vernita Vesta Vicenta Vickey Vicki Vickie Vida ' +
  'Vikki Vina Vincenza Viola Violette Virgie Virgil Virgina Vita Vito Viva Viviana Vonda Vonnie Waldo Wanita Wendi Wilbert Wilbur Wilda Wilford ' +
  'Wilfredo Wilhelmina Willa Willene Willie Wilmer Wilton Winfred Winifred Winnie Winnifred Winona Woodrow Wynona Yadira Yesenia Yetta Yoko Yolonda ' +
  'Yong Yoshiko Zachariah Zachery Zaida Zandra Zane Zelda Zella Zelma Zena Zenaida Zenobia Zina Zoila Zola Zona Zoraida Zula Zulema Zulma'
).split(' ');
