/**
 * Given names that are common in some sixty countries, our own selection, the first half of it from the public-domain statistics of
 * national offices (US Social Security Administration and Census Bureau, Destatis, INSEE, ISTAT, INE and others), without those that
 * are ordinary words or places in English.
 */
export const FIRST_NAMES: readonly string[] = (
  'Aaliyah Aamir Aarav Aarne Aaron Aart Abbas Abbey Abbie Abby Abdallah Abderrahmane Abdul Abdulaziz Abdullah Abdulrahman Abdurrahman Abebe Abel Abena ' +
  'Abhay Abhishek Abigail Abimbola Abiodun Adaeze Adalbert Adam Adan Addie Addison Adebayo Adel Adela Adelaida Adelaide Adele Adelia Adelina Adeline ' +
  'Adell Adella Adelle Adeola Adina Aditya Adnan Adolfo Adolph Adria Adriaan Adrian Adriana Adriane Adrianna Adrianne Adrienne Adrijana Adunni Afonso ' +
  'Afshin Afton Agata Agatha Agi Agnes Agnese Agneta Agnieszka Agostino Agustin Agustina Ahlam Ahmad Ahmadreza Ahmed Ahmet Ahsan Aida Aidan Aigars Aiko ' +
  'Aileen Ailsa Aimee Ainars Aino Aira Aisha Aisling Aitana Aitor Aivar Ajay Ajit Akane Akash Akihiko Akiko Akira Akosua Aksel Akshay Akua Alain Alaina ' +
  'Alan Alana Alanna Alasdair Alastair Alba Albert Alberta Albertha Albertine Alberto Albin Albina Alda Alden Aldis Aldo Alec Alecia Aled Alejandra ' +
  'Alejandrina Alejandro Aleksa Aleksandar Aleksander Aleksandr Aleksandra Aleksei Aleksi Alena Alene Alesha Alesia Alessandra Alessandro Alessia Aleta ' +
  'Aletha Alethea Alex Alexa Alexander Alexandra Alexandre Alexandria Alexandru Alexei Alexey Alexia Alexis Alfonso Alfonzo Alfred Alfreda Alfredo ' +
  'Algirdas Ali Alice Alicia Alicja Alida Alina Aline Alireza Alisa Alisha Alison Alissa Aliya Aliyah Allan Allene Allie Allison Allyson Alma Almeda ' +
  'Alois Alper Alphonse Alphonso Alta Altagracia Althea Alton Alun Alva Alvaro Alvin Alvina Alyce Alycia Alyona Alysia Alyson Alyssa Amada Amado Amadou ' +
  'Amaia Amal Amalia Amanda Amani Amar Amara Amelia Amie Amina Aminata Amir Amirhossein Amit Amitabh Ammar Amparo Amy Amélie Ana Anabel Anahit Anand ' +
  'Ananya Anas Anastacia Anastasia Anatoly Anaïs Anca Anders Andra Andras Andre Andrea Andreas Andreea Andrei Andrej Andres Andrew Andrey Andria Andrii ' +
  'Andris Andrius Andrus Andrzej András André Andrés Andy Aneta Anete Anette Anfisa Angela Angelia Angelica Angelina Angeline Angelique Angelita ' +
  'Angella Angelo Angharad Angie Anglea Angus Anibal Aniela Anika Aniket Anil Aniruddha Anisha Anissa Anita Anitra Anja Anjali Anjana Anke Ankit Ankita ' +
  'Ann Anna Annabel Annabelle Annamarie Anne Anneke Anneli Anneliese Annemarie Annetta Annette Annie Annika Annmarie Anong Anouk Anouschka Anri Antero ' +
  'Anthony Antionette Antoine Antoinette Anton Antone Antonella Antonette Antonia Antonina Antonio Antony Antti Antwan António Anu Anuj Anupam Anuradha ' +
  'Anwar Anwen Anya Aoi Aoife Aparna Apinya Apolline Aqsa Araceli Aracely Aram Arash Arcelia Archana Archie Ardeshir Ardis Ardith Aretha Arezoo Ariana ' +
  'Arief Ariel Arielle Arjen Arjun Arkady Arleen Arlene Arlette Arline Armand Armando Armelle Armen Armida Arnar Arnaud Arne Arnis Arnold Arnulfo Aroha ' +
  'Aron Arpita Arron Arslan Artem Arthit Arthur Arti Artie Arto Arturo Arturs Artyom Arvid Arvind Arvo Aránzazu Arūnas Asad Asami Asbjørn Asghar Asha ' +
  'Ashely Ashish Ashlee Ashleigh Ashley Ashlie Ashly Ashok Ashot Ashwin Asif Aslak Aslı Asma Astrid Asuka Asuman Asunción Athena Atsushi Attila Aubree ' +
  'Aubrey Audra Audrey Audrius Audry Augusta Augusto Augustus Aura Aurea Aurelia Aurelie Aurelio Aurore Aurélien Aurélio Austėja Auður Avery Avinash ' +
  'Avis Avtandil Awilda Aya Ayaka Ayesha Ayhan Aylin Ayman Aynur Ayo Ayodele Ayse Aysel Ayumi Ayush Ayşe Ayşegül Azadeh Aziz Babak Babatunde Badr ' +
  'Bahram Baiba Balazs Baldur Balázs Bambang Bambi Baptiste Barb Barbara Barbie Barbra Bart Bartosz Bartłomiej Bashir Basil Bastien Batuhan Bayu Beata ' +
  'Beate Beatrice Beatriz Beau Becky Bedřich Begoña Begüm Behnam Behrouz Belen Belinda Bella Belle Belva Belén Bence Benedict Benedikt Benedita Bengt ' +
  'Benita Benito Benjamin Bennie Benny Benoit Benoît Berenice Berglind Berit Berk Berkay Bernadette Bernadine Bernard Bernardo Bernd Bernice Bernie ' +
  'Berniece Bernita Berta Bertha Bertie Bertram Beryl Bess Bessie Beth Bethan Bethanie Bethany Betsy Bette Bettie Bettina Betty Bettye Beulah Beverley ' +
  'Beyza Beñat Bharat Bhaskar Bhavesh Bhavna Bianca Bijan Bilal Biljana Billy Billye Binta Birdie Birger Birgit Birgitta Birkir Birutė Bjarne Bjarni ' +
  'Bjorn Björg Björn Bjørg Bjørn Blaine Blanca Blanch Blanche Blandine Blanka Blas Blažena Bobbi Bobbie Bobby Bobbye Bogdan Boglárka Bogumił Bogusław ' +
  'Bohdan Bohumil Bohuslav Bojan Bolanle Boleslaw Bonita Bonnie Bonny Boris Bouchra Boško Bożena Božena Brad Braden Bradford Bradley Bradly Brain Bram ' +
  'Brandee Branden Brandi Brandie Brandon Branimir Branislav Branka Branko Brant Bratislav Brayden Breanna Breanne Bree Brenda Brendan Brenna Brent ' +
  'Brenton Bret Brett Bria Brian Briana Brianna Brianne Brice Bridget Bridgett Bridgette Brielle Brigette Brigitte Britney Britt Britta Brittani ' +
  'Brittany Brittney Bronagh Bronisław Bronwen Brooke Bruce Bruna Bruno Bryan Bryant Bryce Bryon Bryson Budi Buffy Buford Burak Burcu Burl Bushra Byron ' +
  'Bärbel Béla Bérénice Bülent Břetislav Caden Caio Caitlin Caitlyn Caleb Calixto Callie Calum Calvin Camelia Cameron Cami Camila Camilla Camille Canan ' +
  'Candace Candance Candela Candelaria Candi Candice Candida Candis Capucine Cara Caren Cari Caridad Carie Carin Carina Carissa Carl Carla Carleen ' +
  'Carlene Carles Carlo Carlos Carlota Carlotta Carly Carlyn Carma Carman Carmel Carmela Carmelita Carmella Carmelo Carmen Carmine Carol Carolann ' +
  'Carole Carolee Carolina Caroline Carolyn Carolynn Carri Carrie Carrol Carsten Cary Caryl Caryn Carys Casandra Cassandra Cassidy Cassie Catalina ' +
  'Catarina Cathal Catharine Catherine Cathi Cathie Cathleen Cathrine Cathryn Cathy Catina Catrin Catrina Catriona Cayetana Cayetano Cecelia Cecil ' +
  'Cecile Cecilia Cecilie Cecily Cedric Cedrick Celeste Celestine Celia Celina Celine Cem Cemal Cemre Cengiz Ceren Ceri Cerys Cesar Chad Chaiyaporn ' +
  'Chana Chanda Chandan Chandra Chanel Chantal Chantel Chantelle Charissa Charisse Charity Charla Charleen Charlene Charles Charlette Charley Charlie ' +
  'Charline Charlotte Charmaine Charolette Chasity Chastity Chauncey Chaya Chaz Chelsea Chelsey Chelsie Cheri Cherie Cherise Cherly Cherri Cherrie ' +
  'Cheryl Cheryle Chetan Cheyenne Chiaki Chiamaka Chiara Chidi Chihiro Chika Chinedu Chinwe Chioma Chiquita Chloe Chloé Chong Chris Chrissy Christa ' +
  'Christal Christel Christelle Christen Christene Christi Christian Christiana Christiane Christin Christina Christine Christoper Christoph Christophe ' +
  'Christopher Christy Chrystal Chukwuemeka Chun Chunhua Cian Ciara Ciarán Cierra Cillian Cinda Cindi Cindy Cinthia Ciprian Citra Clair Claire Clara ' +
  'Clare Clarence Claribel Clarice Clarissa Claude Claudette Claudia Claudine Claudio Claudiu Clemence Clemens Clementina Clementine Cleo Cleta ' +
  'Clifford Clint Clotilde Clyde Cláudia Clémence Clément Coen Colby Coleen Colette Colin Colleen Collette Collin Conall Conceição Concepcion Concetta ' +
  'Connie Connor Conor Conrad Constance Constantin Consuelo Cora Coral Corazon Cordelia Corene Corentin Cori Corina Corine Corinna Corinne Cormac ' +
  'Cornelia Cornelis Cornelius Corrie Corrina Corrine Cortney Cory Cosmin Costel Courtney Craig Cristal Cristi Cristian Cristiano Cristin Cristina ' +
  'Cristine Cristy Csaba Csenger Csilla Curt Curtis Cyndi Cynthia Cyril Cyrille Cyrus Cythia Czesław Cándido Cédric Célestine Céline César Cătălin ' +
  'Cătălina Daan Dace Dacian Dafydd Dagmar Dagný Daichi Daiga Dainis Daisuke Dalal Dale Dalia Dalibor Damaris Damian Damien Damion Damir Damon Dan Dana ' +
  'Dane Danelle Danette Dani Dania Danial Danica Daniel Daniela Daniele Daniella Danielle Daniil Danijel Danilo Danish Danita Danna Dannie Dannielle ' +
  'Danny Dante Danuta Danyelle Daphne Dara Darci Darcie Darcy Daren Daria Darin Dario Darius Darko Darla Darleen Darlene Darline Darnell Darrel Darrell ' +
  'Darren Darrin Darryl Darshan Darwin Darya Daryl Dashawn Dave David Davida Davide Davina Davit Davor Davorka Davíð Dawn Dawna Dayna Dean Deana ' +
  'Deandre Deann Deanna Deanne Debbie Debbra Debby Debi Debora Deborah Debra Debrah Declan Dedi Dedra Deena Deepa Deepak Deepika Defne Deidra Deidre ' +
  'Deirdre Dejan Delaney Delbert Delfina Delia Delilah Della Delma Delmar Delmer Delois Delora Delores Deloris Delphia Delphine Demetra Demetria ' +
  'Demetrius Dena Deneen Denice Denis Denise Denita Denna Dennis Dennise Denny Deon Derek Derick Dermot Derrick Desanka Deshawn Desirae Desiree Desmond ' +
  'Dessie Destiny Devendra Devika Devin Devon Dewayne Dewey Dexter Dezső Dhananjay Dhruv Dian Diana Diane Diann Dianna Dianne Diarmuid Didier Diego ' +
  'Dieter Dikembe Dilara Dilip Dillon Dimas Dina Dinah Dinesh Dino Diogo Dion Dionne Dirk Divya Dixie Dmitri Dmitry Dmytro Doina Dollie Dolly Dolores ' +
  'Domantas Domenica Domenico Dominga Domingo Dominic Dominick Dominik Dominique Dona Donald Donita Donn Donna Donnell Donnie Donny Dora Dorcas Doreen ' +
  'Dorene Doretha Dori Dorian Dorin Dorinda Doris Dorota Dorotha Dorothea Dorothy Dorris Dortha Dorthea Dorthy Dottie Doug Douglas Dovie Dragan Dragana ' +
  'Draginja Dragiša Dragoslav Dragoş Drahomíra Draško Driss Duane Duarte Dubravka Dubravko Duc Dulce Dumitru Duncan Dusan Dustin Dušan Dwayne Dwight ' +
  'Dylan Dzintars Dámaso Dániel Débora Dóra Eamon Earle Earlene Earline Earnest Earnestine Eartha Easter Eboni Ebony Ebrahim Ebru Edda Eddie Edelmira ' +
  'Edeltraud Edgar Edgardo Edgars Edie Edina Edith Edmond Edmund Edna Edoardo Edouard Edson Eduard Eduarda Eduardo Edvard Edward Edwardo Edwin Edwina ' +
  'Edyta Edythe Eero Efa Effie Efrain Efren Efua Egill Egils Eglė Ehsan Eider Eiko Eila Eileen Eilidh Eilif Eilis Eimear Einar Eino Eirik Eirlys ' +
  'Ekaterina Ekaterine Ekene Eko Elaina Elaine Elana Elba Elbert Elda Eldon Eldora Eleanor Eleanora Eleanore Elemér Elena Eleni Elenor Elenora Eleonora ' +
  'Elfriede Elham Eli Elia Elias Elida Elif Elijah Elin Elina Elinor Elisa Elisabete Elisabeth Elise Eliseo Elisha Elissa Eliza Elizabeth Elizebeth ' +
  'Eliška Ella Ellen Ellie Elliot Elliott Ellis Elma Elmer Elmira Elmo Elna Elnora Eloisa Eloise Elouise Eloy Eloísa Elsa Elsie Elton Elva Elvera Elvia ' +
  'Elvin Elvira Elvis Elwood Elyse Elías Elín Elżbieta Emanuel Emanuele Emeka Emelia Emeline Emese Emi Emil Emile Emilee Emilia Emilian Emilie Emilio ' +
  'Emily Emine Emir Emlyn Emma Emmanuel Emmanuelle Emmett Emmy Emogene Emory Emrah Emre Emyr Encarnación Endre Enedina Enes Engin Enid Enn Enrico ' +
  'Enrique Enriqueta Enzo Eoghan Eoin Epp Eray Ercan Erdem Erdoğan Eren Eric Erica Erich Erick Ericka Erik Erika Erin Erkki Erla Erlendur Erlinda Erma ' +
  'Erna Ernest Ernestina Ernestine Ernesto Ernie Ernő Errol Ervin Erwin Erzsébet Esa Esmeralda Espen Esperanza Esra Essie Esta Esteban Estefanía Estela ' +
  'Estella Estelle Ester Esther Estrella Eszter Ethan Ethel Ethelyn Etienne Etsuko Etta Eugen Eugene Eugenia Eugenie Eugenio Eugénie Eula Eulalia ' +
  'Eunice Eusebio Eustachy Eva Evalyn Evan Evangelina Evangeline Evaristo Evelia Evelin Evelina Evelyn Evelyne Everett Everette Evert Evette Evgeni ' +
  'Evgenia Evgeny Evie Evon Evonne Ewa Ewan Ewelina Eyþór Ezra Fabian Fabiana Fabien Fabio Fabiola Fabián Fabrice Fadi Fadila Faezeh Fahad Faisal Faiza ' +
  'Fajar Fallon Fannie Fanny Farah Farhad Farhan Farid Farida Fariha Faris Farrah Farshad Farzaneh Fatih Fatiha Fatima Fatma Fatou Fatoumata Faustino ' +
  'Fausto Fawad Fawn Fawzia Faye Federica Federico Felecia Felica Felice Felicia Felicita Felicitas Felipa Felipe Felisa Felisha Femi Femke Feng ' +
  'Ferdinand Ferenc Fereshteh Fergal Fergus Ferhat Feride Fermín Fernanda Fernando Ferne Ffion Fiachra Fidel Fikret Filip Filipa Filipe Filiz Filomena ' +
  'Finn Fiona Fionn Fionnuala Fitri Flavia Flavio Fletcher Flor Florencia Florencio Florene Florentina Florian Florida Florin Florine Flossie Floy ' +
  'Floyd Flávia Flávio Folake Folasade Folke Fonda Forest Fouad Fozia Fran Frances Francesca Francesco Francine Francis Francisca Francisco Franck ' +
  'Francois Frank Frankie Franz François Françoise Fred Freda Freddie Freddy Frederic Frederick Frederik Fredric Fredrick Fredrik Freida Frieda ' +
  'Friedrich Fritz Friðrik Frode Frédéric Fumiko Fumio Funmilayo Fyodor Fábio Félicie Félix Füsun Gabija Gabor Gabriel Gabriela Gabriele Gabriella ' +
  'Gabrielle Gael Gaetano Gail Gaizka Galen Galina Gamze Ganesh Gareth Garnet Garrett Garry Garth Gary Garðar Gaspar Gaston Gatis Gaurav Gautam Gavin ' +
  'Gayane Gayatri Gaye Gayla Gayle Gaynell Gaël Gaëlle Gaëtan Gbenga Gearóid Gediminas Geeta Geir Gemma Gena Genaro Genevieve Geneviève Gennady ' +
  'Genoveva Genowefa Geoffrey Geoffroy Georg George Georgetta Georgette Georgiana Georgianna Georgie Georgina Georgy Gerald Geraldine Geralyn Gerard ' +
  'Gerardo Gerda Gergely Gergő Gerhard Geri Germaine German Germán Gerri Gerrit Gerry Gertie Gertrude Gethin Gevorg Ghada Ghassan Gheorghe Ghislaine ' +
  'Ghulam Giacomo Gianluca Gianna Giedrius Gigi Gijs Gilbert Gilberto Gilda Gilles Gillian Gina Ginette Ginny Gino Gintaras Giorgi Giorgio Giovanna ' +
  'Giovanni Girish Gisela Gisele Giselle Giulia Giuseppe Gizella Gizem Gladis Gladys Glen Glenda Glenn Glenna Gloria Glory Golda Goldie Golnaz Gonzalo ' +
  'Gonçalo Gopal Goran Gordana Gordon Gottfried Govind Gracie Graciela Graham Grainne Grazyna Grażyna Greetje Greg Gregg Gregor Gregoria Gregorio ' +
  'Gregory Greta Gretchen Gretta Grigori Grigory Griselda Grzegorz Gráinne Grégoire Grégory Guadalupe Gudrun Guido Guilherme Guillaume Guillermina ' +
  'Guillermo Guiying Gunilla Gunnar Gunnhild Gunta Guntars Gunther Guntis Guoqiang Gussie Gustaf Gustav Gustavo Guy Guðbjörg Guðlaug Guðmundur Guðný ' +
  'Guðrún Gwen Gwenaëlle Gwendolyn Gwenllian Gyala Gyorgy Gyula Gyöngyi György Györgyi Gábor Gérald Gérard Gísli Gökhan Göran Gösta Gülay Gülşen Günter ' +
  'Günther Gürkan Haakon Habib Hadi Hadis Hafsa Hafþór Haifa Hailey Haiyan Hajnalka Hakan Hakob Halil Halime Halina Halldor Halldór Halldóra Hallie ' +
  'Halvor Hamid Hamish Hampus Hamza Hana Hanan Hande Hani Hanna Hannah Hanne Hanneke Hannele Hannelore Hannu Hans Haoran Harald Harish Harlan Harley ' +
  'Harmen Harold Harpa Harri Harriet Harriett Harriette Harrison Harry Harsha Haruka Haruki Haruto Hasan Hasmik Hassan Hasse Hatice Hattie Haukur Havva ' +
  'Hayat Haydee Hayk Hayley Hazel Heather Hector Hedwig Heidi Heike Heikki Heiko Heino Heinrich Heinz Heitor Helen Helena Helene Helga Helgi Heli Helle ' +
  'Hellen Helmut Heloísa Hema Hemant Hendra Hendrik Henk Henri Henrietta Henrik Henrique Henry Henryk Herbert Heriberto Herlinda Herman Hermann ' +
  'Hermelinda Herminia Hernán Herschel Hershel Hervé Hettie Hiba Hicham Hideki Hideo Hien Hikaru Hilario Hilary Hilda Hildegard Hildur Hilkka Hillary ' +
  'Hilma Himanshu Hina Hiram Hiroaki Hiroki Hiroko Hiromi Hiroshi Hisashi Hitomi Hjalmar Hjalti Hjördís Hlynur Hoang Holger Holli Hollie Homer Honorine ' +
  'Horace Horacio Horia Hortencia Hortense Hortensia Hossein Houda Hovhannes Howard Hrafnhildur Hrvoje Hubert Huda Hugh Hugo Hugues Huguette Hulda ' +
  'Humaira Humberto Huong Hussein Huw Huy Hynek Håkan Håkon Håvard Héctor Hélène Hörður Hüseyin Iain Ian Iancu Ibolya Ibrahim Ibrahima Ibtisam Ida ' +
  'Idalia Idell Idella Ieuan Ieva Ifeanyi Ifeoma Ignacio Igor Ikechukwu Iker Ikram Ildikó Ileana Ilene Ilham Iliana Ilkka Ilmari Ilona Ilse Ilze Imad ' +
  'Imane Imants Imelda Imogen Imogene Impi Imran Imre Indah Indira Indrek Ineke Ines Inese Inez Inga Inge Ingeborg Ingemar Inger Ingibjörg Ingmar ' +
  'Ingrid Ingvar Ingólfur Inmaculada Inna Inès Inês Ioan Ioana Iola Iona Ione Ionel Ionuţ Iqbal Ira Irakli Irena Irene Ireneusz Irfan Irina Irja Irma ' +
  'Irmgard Irmina Irum Irving Iryna Isaac Isabel Isabela Isabell Isabella Isabelle Isaiah Isak Isamu Isela Ishaan Isiah Isidora Isidro Ismael Ismail ' +
  'Issac Istvan István Itsuki Itziar Iulia Iulian Ivan Ivana Ivar Ivars Iveta Ivette Ivo Ivona Ivone Ivonne Ivory Iwan Iñigo Jaak Jaakko Jaan Jaap ' +
  'Jacalyn Jacek Jacinta Jacinto Jack Jackeline Jackie Jacklyn Jaclyn Jacob Jacque Jacquelin Jacqueline Jacquelyn Jacques Jacquline Jada Jaden Jadranka ' +
  'Jadwiga Jagdish Jagoda Jaime Jaimie Jake Jakob Jakub Jalal Jamaal Jamal Jamar Jame Jamel James Jami Jamie Jamila Jammie Jan Jana Janae Jane Janeen ' +
  'Janel Janell Janelle Janene Janet Janette Janey Jani Janice Janie Janina Janine Janis Janna Janne Jannette Jannie Janusz Jaqueline Jared Jari Jarle ' +
  'Jarmila Jarmo Jaromír Jaroslav Jaroslaw Jarosław Jarred Jarrod Jasmin Jasmina Jasmine Jason Jasper Jaunita Javed Javier Jawad Jaya Jayant Jayden ' +
  'Jayla Jayme Jayne Jayson Jazmin Jean Jeana Jeane Jeanetta Jeanette Jeanie Jeanine Jeanna Jeanne Jeannette Jeannie Jeannine Jeff Jefferey Jeffery ' +
  'Jeffrey Jeffry Jelani Jelena Jena Jenelle Jenette Jenifer Jeniffer Jenna Jennette Jenni Jennie Jennifer Jenniffer Jenny Jens Jerald Jeraldine ' +
  'Jeremiah Jeremy Jeri Jerilyn Jermaine Jeroen Jerold Jerome Jerri Jerrie Jerrod Jerrold Jerry Jerzy Jesica Jesper Jess Jesse Jessica Jessie Jesus ' +
  'Jesús Jettie Jiahao Jianguo Jianhua Jiayi Jihoon Jill Jillian Jimmie Jindřich Jiri Jitka Jiřina Jiří Jo Joachim Joakim Joan Joana Joanie Joann ' +
  'Joanna Joanne Joao Joaquim Joaquin Joaquín Jocelyn Jochem Jochen Jodi Jodie Jody Joe Joel Joelle Joellen Joesph Joetta Joey Johan Johann Johanna ' +
  'Johannes John Johnathan Johnathon Johnetta Johnie Johnna Johnnie Johnny Joke Joko Jolanta Joleen Jolene Jolynn Jolán Jon Jonah Jonas Jonatan ' +
  'Jonathan Jonathon Jonell Joni Jonna Jonnie Joost Jordi Jorge Jorgelina Jorgen Joris Jorma Jose Josef Josefa Josefina Joseph Josephina Josephine ' +
  'Josette Josh Joshua Josiah Josiane Josie Josip Jostein Josue José Jouko Jouni Jovan Jovana Jovita Joyce Joycelyn Jozef João Joël Joëlle Jožef Juan ' +
  'Juana Juanita Judi Judie Judit Judith Judson Judy Juha Juhan Juhani Jukka Jules Juli Julia Julian Juliana Juliann Julianna Julianne Julie Julien ' +
  'Juliet Julieta Juliette Julio Julissa Julius Julián Jung Junichi Junior Junjie Junko Jure Jurgen Jurgita Juris Jussi Justin Justina Justinas Justine ' +
  'Justyna Juta Jutta Jyoti Jérémie Jérôme Jóhann Jóhanna Jóhannes Jón Jóna Jónas Józef Józefa József Jökull Jörg Jørgen Jürgen Jānis Kaan Kaarina ' +
  'Kabelo Kacey Kaci Kacie Kacper Kadek Kadir Kadri Kagiso Kaia Kaija Kailash Kaitlin Kaitlyn Kaito Kaja Kala Kalevi Kali Kalju Kalle Kalpana Kamal ' +
  'Kamala Kamau Kami Kamil Kamila Kamran Kanchan Kandace Kandi Kandice Kandy Kanya Kaori Kara Karabo Karan Kareem Karen Kari Karie Karim Karima Karin ' +
  'Karina Karissa Karl Karl-Heinz Karla Karlene Karlijn Karol Karolin Karolina Karolyn Karon Karri Karrie Karsten Karthik Karyn Kasandra Kasey Kashif ' +
  'Kaspars Kasper Kassandra Katalin Katarina Katarzyna Kate Katelyn Kateryna Kateřina Katharine Katherine Katheryn Kathi Kathie Kathleen Kathlene ' +
  'Kathlyn Kathrin Kathrine Kathryn Kathryne Kathy Kathyrn Katie Katina Katja Katrin Katrina Katrín Katy Katya Kaveh Kavita Kavya Kaye Kayla Kaylee ' +
  'Kazimiera Kazimierz Kazuki Kazuko Kazuo Kazuya Kecia Keely Kees Keiichi Keiko Keisha Keisuke Keith Keli Kelley Kelli Kellie Kelly Kelsie Kelvin ' +
  'Kemal Ken Kendall Kendra Kendrick Kenichi Kenji Kenna Kenneth Kennith Kenny Kenta Kenton Kenyatta Keri Kerri Kerrie Kerry Kersti Kerstin Kesha ' +
  'Keshav Keshia Ketevan Ketil Ketut Keven Kevin Khadija Khaled Khalid Khalil Khanh Khatia Khoa Khurram Kianoush Kiara Kieth Kim Kimberely Kimberlee ' +
  'Kimberley Kimberli Kimberly Kinga Kira Kirill Kirk Kirsi Kirsten Kirsti Kirstin Kirsty Kisha Kishore Kittisak Kitty Kiyoshi Kizzy Kjartan Kjell ' +
  'Kjersti Kjerstin Klaas Klara Klaus Klavdia Klára Knut Koen Kofi Koichi Koji Kojo Kolbrún Konrad Konstantin Kori Kornél Kory Krešimir Kris Krishna ' +
  'Krista Kristal Kristan Kristaps Kristen Kristi Kristian Kristie Kristin Kristina Kristine Kristjan Kristján Kristof Kristoffer Kristopher Kristy ' +
  'Kristyn Kristín Kristóf Krisztina Krisztián Krystal Krystle Krystyna Krzysztof Ksenia Ksenija Kumar Kumiko Kunal Kurt Kurtis Květa Kwabena Kwaku ' +
  'Kwame Kwasi Kyla Kyle Kylee Kylie Kyoko Kyong Kyra Kyung Kyösti Kálmán Károly Käthe Kåre Kübra Külli Kęstutis Lacey Lachlan Laci Lacie Ladan ' +
  'Ladislav Ladonna Laetitia Laila Laima Laimonas Lajos Lakeisha Lakesha Lakeshia Lakisha Lalit Lamar Lamia Lamont Lana Lance Landon Lanette Lani ' +
  'Lanita Lanny Laquita Lara Larisa Larissa Larry Lars Larue Lasha Lashanda Lashawn Lashonda Lasse Laszlo Latanya Latasha Latifa Latisha Latonia ' +
  'Latonya Latosha Latoya Latrice Latricia Laura Laureen Laurel Lauren Laurence Laurene Laurent Laurenţiu Lauretta Laurette Lauri Laurie Lavada Lavern ' +
  'Laverne Lavina Lavinia Lavon Lavonda Lavonne Lawanda Lawrence Lazar Lazaro Lea Leah Leandra Leandro Leann Leanna Leanne Leatha Leatrice Leda Leeann ' +
  'Leena Leesa Leif Leigh Leila Leilani Leire Leisa Lela Leland Lelia Leman Lembit Lemuel Lena Lenard Lennart Lennie Lenny Lenora Lenore Leokadia Leola ' +
  'Leon Leona Leonard Leonardo Leone Leonel Leonid Leonor Leonora Leopold Leopoldo Leora Leota Lerato Leroy Lesa Leslee Lesley Lesli Leslie Lessie ' +
  'Lestari Lester Leszek Leta Letha Leticia Letitia Lettie Letícia Lev Levan Levent Levente Levi Lewis Leyla Liam Liana Liane Libor Libuše Lida Lidia ' +
  'Lidija Lieke Lien Liga Lihua Liis Liisa Lila Lili Lilia Lilian Liliana Lilit Lilja Lillian Lillie Lina Linda Lindsay Lindsey Lindy Linette Linh ' +
  'Linnea Linnie Linsey Linus Linwood Lionel Lisa Lisbet Lise Lisette Lissa Lissette Lita Livia Liviu Liza Lizabeth Lizbeth Lizette Lizzie Ljiljana ' +
  'Ljubica Lloyd Logan Loic Lois Lola Lolita Lona Loni Lonnie Lora Loraine Loredana Loree Loreen Lorelei Loren Lorena Lorene Lorenza Lorenzo Loreta ' +
  'Loretta Lori Lorie Lorinda Lorine Lorna Lorraine Lorretta Lorri Lorrie Lothar Lotte Lottie Lou Louann Loubna Louella Louie Louis Louisa Louise ' +
  'Lourenço Lovie Lovisa Lowell Lowri Loïc Luana Luann Luanne Lubna Lubomir Lubomír Luboš Luca Lucas Lucia Luciana Luciano Lucie Lucien Lucienne Lucila ' +
  'Lucile Lucille Lucina Lucinda Lucio Lucretia Lucy Lucía Ludivine Ludmila Ludovic Ludwig Ludwik Luella Luigi Luis Luisa Luiz Luka Lukas Luke Lukáš ' +
  'Lula Lulu Luminiţa Lupe Lupita Lura Lusine Luther Luuk Luvenia Luís Luísa Lwazi Lyda Lydia Lyla Lyle Lyman Lynda Lyndsay Lyndsey Lynette Lynn Lynne ' +
  'Lynnette Lyubov Lyudmila László Léa Léo Léon Léonie Lídia Lóránt Lúcia Līga Maaike Maarika Maarit Maarten Mabel Mable Macarena Machelle Maciej ' +
  'Mackenzie Madalyn Madeleine Madeline Madelyn Madge Madhav Madhuri Madison Madonna Mads Maegan Maeve Magda Magdalena Magdalene Magdolna Maggie ' +
  'Magnhild Magnolia Magnus Magnús Mahesh Mahmoud Mahnaz Mahsa Maia Maija Maira Mairead Mairi Maite Maja Majid Majorie Makena Makoto Maksim Malachy ' +
  'Malak Malcolm Malgorzata Malia Malika Malin Malinda Malissa Malle Mallory Malte Mamadou Mami Mamie Manabu Manal Mandi Mandla Mandy Manfred Manish ' +
  'Manisha Manoj Manon Mansour Mantas Manuel Manuela Mara Maranda Marc Marcel Marcela Marcelina Marcelino Marcella Marcelle Marcelo Marci Marcia Marcie ' +
  'Marcin Marco Marcos Marcus Marcy Marek Margaret Margarete Margarett Margarette Margarida Margarita Margarite Margarito Margaux Marge Margery Margie ' +
  'Margit Margo Margot Margret Margrethe Margrét Marguerite Mari Maria Mariah Mariam Mariama Marian Mariana Mariann Marianna Marianne Mariano Maribel ' +
  'Maribeth Maricela Marie Marieke Mariela Marietta Marija Marijana Marijke Marika Mariko Marilee Marilou Marilyn Marilynn Marina Marinko Mario Marion ' +
  'Maris Marisa Marisela Marisol Marissa Marit Marita Maritza Marius Mariusz Marjatta Marjorie Marjory Markku Marko Markus Markéta Marla Marlena ' +
  'Marlene Marlin Marlo Marloes Marlon Marlyn Marlys Marnie Marquerite Marquis Marquita Marry Marsha Marshall Marta Marten Martha Marti Martial Martin ' +
  'Martina Martine Martti Marty Martín Marva Marvel Marvin Mary Maryam Maryann Maryanne Marybeth Maryellen Maryjane Maryjo Marylee Marylin Marylou ' +
  'Marylyn Marzena María Masaaki Masahiro Masako Masao Masaru Masashi Masoud Massimo Mate Mateo Mateus Mateusz Mathew Mathias Mathieu Mathijs Mathilda ' +
  'Mathilde Matias Matija Matilda Matilde Mats Matteo Matteus Matthew Matthias Matti Mattias Mattie Matvei Matías Matěj Maud Maude Maudie Maura Maureen ' +
  'Mauri Maurice Mauricio Maurine Mauro Maurício Mavis Maxence Maxie Maxim Maxime Maximilian Maximiliano Maxine Maya Maybelle Mayme Mayra Mayumi Mazie ' +
  'Maël Maëlle Małgorzata Meagan Meaghan Mechelle Meena Meera Megan Meghan Megumi Mehdi Mehmet Mehran Mehwish Meiling Meinir Meirion Melanie Melba ' +
  'Melike Melina Melinda Melis Melisa Melissa Mellisa Mellissa Melodie Melody Melonie Melony Meltem Melva Melvin Melvina Menno Mercy Meredith Meriem ' +
  'Merike Merja Merle Merlin Merry Mert Merve Mervin Meryl Metin Mette Mher Mia Micaela Micah Michael Michaela Michal Michał Micheal Michele Michell ' +
  'Michelle Michiko Michèle Mickey Mickie Midori Mieczysław Mieke Migdalia Miguel Mihaela Mihai Mihkel Miho Mihály Mika Mikael Mikhail Mikheil Miki ' +
  'Mikko Miklós Mikołaj Milada Milagros Milan Mildred Milena Milford Milica Milissa Miljan Millard Millicent Millie Milo Milorad Milos Miloš Milutin ' +
  'Mimi Mina Minako Mindaugas Mindi Mindy Minerva Mingming Minh Minjun Minna Minnie Minoru Mira Miranda Mircea Mireille Mirela Mireya Miriam Mirian ' +
  'Mirjam Mirjana Mirko Mirna Miro Miroslav Miroslava Miroslavka Mirosław Mirta Misaki Missy Misti Mitch Mitchel Mitchell Mitra Mitsuko Mitsuru Mittie ' +
  'Mitzi Miyuki Miłosz Mladen Modesta Mohamed Mohammad Mohammed Mohan Mohsen Moira Moises Moisés Mojtaba Mollie Molly Momoko Momčilo Mona Monica Monika ' +
  'Monique Monte Montserrat Monty Morag Morgane Moritz Morris Morten Morteza Mostafa Mouna Mourad Moussa Mozell Mozelle Mthunzi Mubashir Muhammad ' +
  'Mukesh Murali Murat Murdo Muriel Murilo Mustafa Mwangi Mykhailo Mykola Myles Myong Myra Myriam Myrna Myron Myrtice Myrtis Myrtle Máire Márcia Márcio ' +
  'Mária Márton Máté Máximo Märta Mélanie Mélissa Mónica Mónika Mônica Māris Nabil Nabila Nacho Nada Nadeem Nadezhda Nadia Nadine Nadja Nadège Naděžda ' +
  'Naeem Nagy Nahla Naima Najat Najib Nakia Nakisha Naledi Nanami Nanci Nancy Nandi Nandini Nanette Nannette Nannie Naoki Naoko Naomi Napoleon Narayan ' +
  'Narek Narendra Naresh Narong Nasir Nasrin Nasser Natalia Natalie Nataliia Nataliya Natalya Natasha Natasja Nathalie Nathan Nathaniel Natividad ' +
  'Natsuki Nattapong Nattaya Natália Naveed Naveen Nawal Nazanin Nazlı Ndidi Neal Nebojša Necla Ned Nedra Neelam Neha Neil Nelda Nelida Nell Nella ' +
  'Nelle Nellie Nelly Nelson Nemanja Nena Nenad Neoma Nerea Nereida Nerys Nesrin Nestor Nettie Neva Nevaeh Nevena Ngoc Ngozi Nhung Niall Niamh Nichelle ' +
  'Nichol Nicholas Nichole Nicki Nickie Nickolas Nicola Nicolae Nicolai Nicolas Nicolasa Nicole Nicoleta Nicoletta Nicolette Nicolás Nida Nidia Niels ' +
  'Nienke Nigel Nihat Niilo Nijolė Nikhil Niki Nikita Nikki Niklas Nikola Nikolai Nikolaj Nikolaus Nikole Nikolina Nikoloz Nikos Nila Nilda Nilesh ' +
  'Nilgün Niloufar Nils Nilsa Nilüfer Nina Ninfa Niran Nisha Nita Nitin Nizar Njeri Nkechi Nkosana Nnamdi Nneka Noah Noboru Nobuko Nobuo Nodar Noel ' +
  'Noelia Noella Noelle Noemi Nola Nomsa Nomvula Nona Noortje Nora Norbert Norberto Noreen Norene Noriko Norine Norma Norman Normand Normunds Nosipho ' +
  'Nour Noura Novak Novella Noémi Noémie Noël Ntombi Nuala Nuno Nuray Nurcan Nurul Nyambura Nydia Nyoman Nándor Núria Obinna Ocie Octavia Octavian ' +
  'Octavio Oddvar Odette Odile Odis Ofelia Oisín Okan Oksana Olaf Olav Olavi Oldřich Oleg Oleksandr Oleksii Olen Olena Oleta Olev Olga Olin Oliva ' +
  'Oliver Olivia Olivier Oliwia Olli Ollie Olof Oluchi Olufemi Olumide Oluwaseun Omar Omer Omid Ondrej Ondřej Onni Onur Opal Ophelia Ophélie Oralia ' +
  'Oran Orhan Orla Orpha Orri Orsolya Orval Orville Osama Osamu Oscar Oskar Osman Osvaldo Otakar Otar Othman Otilia Otis Ottavio Otto Ottó Otávio Ouida ' +
  'Ousmane Outi Ovidiu Owain Owen Oya Ozan Oğuz Paavo Pablo Padma Padraig Paige Palesa Pallavi Palle Palma Pam Pamala Pamela Pankaj Pansy Paola Paolo ' +
  'Parisa Particia Parvati Parveen Parvin Pascal Pascale Pascual Pasquale Patience Patrica Patrice Patricia Patricio Patrick Patrik Patrizia Patrícia ' +
  'Patsy Pattama Patti Pattie Patty Paul Paula Paulette Pauli Paulina Pauline Paulo Pavel Pavla Pawel Paweł Payam Pearlie Pearline Pedro Pegah Peggie ' +
  'Peggy Pekka Pelin Pelle Penelope Pengfei Pennie Penny Pentti Percy Perla Pernilla Pernille Perry Pertti Petar Pete Peter Petr Petra Petras Petre ' +
  'Petri Phichit Phil Philip Philipp Philippa Philippe Phillip Phillis Philomena Phoebe Phuong Phylis Phyliss Phyllis Pia Pierre Pierrick Piet Pieter ' +
  'Pietro Pilar Pinkie Piotr Piret Pirjo Piroska Piyawat Polina Polly Pooja Pooya Porfirio Pornthip Pouya Prabhakar Pradeep Prakash Pramod Pranav ' +
  'Prasert Prashant Pratibha Praveen Predrag Preecha Preeti Pricilla Priit Primitivo Priscilla Priya Priyanka Prudence Przemysław Putri Putu Pyotr ' +
  'Pádraig Pál Páll Päivi Pär Pål Péter Pétur Pēteris Pınar Přemysl Qasim Quang Queenie Quentin Quincy Quinton Quynh Rabia Rabiya Rachael Racheal ' +
  'Rachel Rachelle Rachid Racquel Radek Radha Radim Radmila Radomir Radoslav Radosław Radovan Radu Raed Rafael Rafaela Rafal Raffaele Raghav Ragnar ' +
  'Ragnheiður Ragnhild Rahmat Rahul Raija Raimo Raimonds Raimund Raimundo Rainer Raisa Raitis Raivo Raj Rajan Rajeev Rajendra Rajesh Rajiv Rakel Rakesh ' +
  'Ralf Ralph Raluca Ramazan Ramesh Ramin Ramiro Ramon Ramona Ramzi Ramón Ramūnas Rana Randa Randal Randall Randell Randi Randy Rania Ranjit Ranko ' +
  'Raphael Raphaël Raquel Rashid Rashida Rashmi Rasmus Ratana Ratko Ratna Raul Raven Ravi Raymond Raymonde Raymundo Raúl Reba Rebeca Rebecca Rebekah ' +
  'Recep Reda Reem Refilwe Refugio Reggie Regina Reginald Rehana Reijo Reiko Reina Reinaldo Reiner Reinhard Rekha Remy Rena Renae Renata Renate Renato ' +
  'Rene Renea Renee Renita Rens Renu René Renée Reta Retha Retno Retta Reuben Reva Revaz Reyhan Reynaldo Reza Rezső Rhea Rhiannon Rhoda Rhodri Rhonda ' +
  'Rhys Ricarda Ricardo Riccardo Richard Richelle Richie Rickey Rickie Ricky Rico Rie Rigoberto Riho Riikka Rik Rikke Rikki Riley Rima Rimantas Rina ' +
  'Risa Risto Rita Ritu Ritva Ritvars Riyad Rizal Rizki Rizwan Roald Robbie Robbin Robby Robert Roberta Roberto Robin Robt Robyn Rocco Rochelle Rocio ' +
  'Rocío Roderick Rodger Rodica Rodney Rodolfo Rodrick Rodrigo Rogelio Roger Rogério Rohan Rohit Roland Rolanda Rolando Rolf Rolland Romain Roman ' +
  'Romana Romona Román Ron Rona Ronald Ronan Ronda Roni Ronna Ronnie Ronny Roosevelt Rory Rosa Rosalba Rosalee Rosalia Rosalie Rosalina Rosalind ' +
  'Rosalinda Rosaline Rosalva Rosalyn Rosanna Rosanne Rosaria Rosario Rosaura Roscoe Roseann Roseanna Roseanne Rosella Roselyn Roselyne Rosemarie ' +
  'Rosemary Rosendo Rosetta Roshni Rosie Rosina Rosita Roslyn Ross Rostislav Rosângela Rowena Roxana Roxane Roxann Roxanna Roxanne Roxie Roy Roya ' +
  'Ruairi Ruben Rubie Rubina Rubye Rubén Rudi Rudolf Rudy Rufaro Rufina Rufus Rui Rupa Rupert Ruslan Russell Rutger Ruth Ruthann Ruthie Ruud Ryan Ryo ' +
  'Ryosuke Ryota Ryszard Ryuichi Réka Rémi Róbert Rózsa Rúnar Răzvan Rıza Růžena Saad Saba Sabina Sabine Sabra Sabri Sabrina Sachiko Sachin Sade Sadia ' +
  'Sadie Saeed Saeid Sahar Saida Saima Sajid Sakari Saki Sakura Salah Salih Salim Salina Sallie Sally Salma Salman Salome Salvador Salvatore Salwa Sam ' +
  'Samah Samaneh Samantha Samar Samatha Sami Samir Samira Sammie Sammy Samuel Samvel Sana Sanaa Sandeep Sander Sandi Sandra Sandrine Sandro Sanford ' +
  'Sanita Sanja Sanjay Sanjeev Sanjuana Sanjuanita Sanna Santosh Saoirse Sapna Sara Sarah Sarita Sarolta Sasa Sasha Saskia Satish Satoru Satoshi Satu ' +
  'Saul Saulius Saundra Savita Sawsan Sayaka Saúl Saša Scarlett Scot Scott Scottie Scotty Seamus Sean Sebastian Sebastien Sebastián Sebastião Seda ' +
  'Seema Seiji Sekou Selena Selim Selin Selina Selma Semra Semyon Seojun Sepideh Seppo Serdar Serena Serge Sergei Sergey Sergio Serhat Serhii Serkan ' +
  'Seth Setsuko Sevgi Sevil Sevim Seydou Seán Shabana Shabnam Shadi Shahid Shahin Shahram Shahzad Shailesh Shaimaa Shaina Shalini Shalonda Shameka ' +
  'Shamika Shana Shanda Shandra Shane Shanell Shani Shanice Shanika Shanita Shanna Shannan Shannon Shanon Shanta Shante Shantel Shantell Shanti Shara ' +
  'Sharad Sharee Sharen Shari Sharita Sharla Sharlene Sharon Sharonda Sharron Sharyn Shasta Shaun Shauna Shawanda Shawn Shawna Shayla Shayna Shazia ' +
  'Sheena Sheila Shelby Sheldon Shelia Shelley Shelli Shellie Shelly Shena Sheree Sheri Sherie Sherilyn Sherita Sherman Sheron Sherri Sherrie Sherron ' +
  'Sherry Sherryl Sheryl Shiela Shigeru Shilpa Shinichi Shinji Shiori Shirin Shirlee Shirlene Shirley Shirly Shivani Shizuka Shoichi Shona Shonda Shota ' +
  'Shreya Shruti Shubham Shuichi Shuzhen Siavash Sibel Sibusiso Sibyl Sibylle Siddharth Sidney Siegfried Sigrid Sigríður Sigrún Sigurd Sigurður Siham ' +
  'Siim Siiri Silas Silvestre Silvia Simin Simon Simona Simonas Simone Simón Sina Sinan Sindre Sindri Sinead Sinikka Sinta Sinéad Siobhan Siobhán ' +
  'Sioned Sipho Siranush Siriporn Sirje Sirpa Siti Siv Sixten Siyu Sizwe Siân Sjoerd Slava Slavica Slavko Slavomír Slobodan Slobodanka Smita Sneha ' +
  'Snezana Snežana Snorri Socorro Sofia Sofie Sofya Sofía Sohail Soheil Soledad Solomiya Solveig Solène Somboon Somchai Somporn Somsak Sondra Songül ' +
  'Sonia Sonja Sonny Sonya Sophia Sophie Soraya Sorcha Soren Sorin Souad Soufiane Spencer Srećko Srinivas Stacey Staci Stacia Stacie Stacy Staffan ' +
  'Stanislav Stanisław Stanisława Stanley Starla Stefan Stefani Stefania Stefanie Stefano Steffan Steffen Stefán Steinunn Stella Stepan Stephaine ' +
  'Stephan Stephane Stephani Stephanie Stephany Stephen Stephenie Stephine Stevan Steve Steven Stevie Stewart Stig Stjepan Stuart Sture Stéphane ' +
  'Stéphanie Subhash Sudha Sudhir Sue Sugeng Suharto Sukanya Sukarno Suleiman Suman Sumit Sunil Sunisa Sunita Sunniva Sunshine Supachai Suraj Suresh ' +
  'Susan Susana Susann Susanna Susannah Susanne Susanti Sushil Susie Susumu Suwit Suzan Suzana Suzanna Suzanne Suzette Suzie Suzy Svanhildur Svante ' +
  'Svatopluk Svava Sveinn Sven Sverre Sverrir Svetlana Swati Sybil Sybille Syble Sylvain Sylvester Sylvia Sylvie Szabolcs Szilvia Szilárd Szymon Sándor ' +
  'Sæunn Séamus Sébastien Ségolène Sérgio Séverine Sólveig Sören Søren Süleyman Sławomir Taavi Tabatha Tabitha Tadas Tadashi Tadesse Tadeusz Tadhg ' +
  'Tafadzwa Tahar Tahir Tahira Taisia Takahiro Takako Takao Takashi Takayuki Takeo Takeshi Takuma Takumi Takuya Talia Tamar Tamara Tamas Tamatha Tameka ' +
  'Tamela Tamera Tami Tamie Tamika Tamiko Tammi Tammie Tammy Tamra Tamás Tana Tanesha Tangela Tania Tanika Tanisha Tanja Tanveer Tanvi Tanya Tapani ' +
  'Tapio Tara Taras Tariq Tarja Tarmo Tarsha Tarun Taryn Tarık Tasha Tatiana Tatjana Tatsuya Tatyana Tawana Tawanda Tawanna Tawnya Ted Teddy Teemu ' +
  'Teena Teguh Tehmina Temur Tena Tendai Tendayi Tenisha Teodor Teodora Teona Tera Terence Teresa Terese Teresita Teressa Teri Terje Terra Terrance ' +
  'Terrell Terrence Terri Terrie Terry Terttu Teruo Tess Tessa Tessie Tetsuo Tetsuya Thabo Thad Thaddeus Thaksin Thandeka Thandi Thandiwe Thanh Thao ' +
  'Thea Theda Thelma Themba Theo Theodora Theodore Theresa Therese Theron Thersa Thiago Thibault Thibaut Thierry Thijs Thomas Thomasina Thorsten Thresa ' +
  'Thuy Thérèse Tia Tiago Tiana Tiara Tiberiu Tibor Tien Tierra Tiffani Tiffanie Tiffany Tiffiny Tigran Tihamér Tihomir Tiina Tiit Tijmen Tillie Tim ' +
  'Timmy Timo Timofei Timothy Timur Tina Tinashe Tineke Tisha Tjeerd Tobias Toby Todd Toivo Tolga Tom Tomas Tomasa Tomasz Tomeka Tomika Tomislav ' +
  'Tommaso Tommie Tommy Tomohiro Tomoko Tomomi Tomos Tomás Tomáš Tomé Toni Tonia Tonja Tony Tonya Toomas Torben Torbjørn Tore Torgeir Tori Torill ' +
  'Tormod Torstein Torsten Tory Tosh Tosha Toshiko Toshio Tove Toya Tracee Tracey Traci Tracie Tracy Traian Trang Travis Trena Trenton Tresa Tressa ' +
  'Tressie Treva Trevor Trey Tricia Triin Trina Trine Trish Trisha Trista Tristan Trond Troy Trudy Truman Trygve Tsubasa Tsutomu Tuan Tuija Tumelo ' +
  'Tuncay Tuomas Turgut Turhan Turid Tushar Tuula Tuğba Twila Twyla Tyler Tyra Tyree Tyrone Tânia Tómas Tõnis Tõnu Tülay Tülin Tünde Uche Uchenna Uday ' +
  'Udo Uku Uldis Ulf Ulla Ulrich Ulrika Ulyana Ulysses Uma Umair Umberto Unai Unni Unnur Urho Urmas Uroš Urs Ursula Urszula Usha Usman Ute Uwe Uzma ' +
  'Uğur Vaclav Vada Vadim Vahe Vahid Vaidas Vakhtang Valarie Valdis Valentin Valentina Valentine Valentín Valeria Valerie Valerio Valery Valgerður ' +
  'Valorie Valéria Valérie Vandana Vanessa Vanja Vannessa Vappu Vardan Varun Varvara Vasant Vasco Vasile Vasilisa Vasily Vasyl Veda Vedran Veena Vegard ' +
  'Veikko Velda Velia Velimir Velma Velva Vendula Venessa Venita Venkatesh Vera Verda Vergie Verla Verna Vernell Vernice Vernie Vernita Vernon Veronica ' +
  'Veronika Verónica Vesa Vesna Vesta Vicenta Vicente Vickey Vicki Vickie Vicky Victoire Victor Victoria Vida Vidar Vidya Viet Vigdís Viive Vija Vijay ' +
  'Vikas Vikki Vikram Viktor Viktoria Viktória Vilhjálmur Ville Vilma Vilmos Vilém Vina Vinay Vincent Vincenza Vincenzo Vineet Vinh Vinicio Vinko Vinod ' +
  'Vinícius Viola Violeta Violette Viorel Viorica Virgie Virgil Virgina Virginia Virginie Virginija Virpi Virve Virág Vishal Vita Vitaly Vito Vitor ' +
  'Vittorio Vitória Viva Vivek Viveka Vivian Viviana Viviane Vivien Vivienne Viðar Vjekoslav Vlad Vladan Vladimir Vladimír Vladislav Vlasta Vlastimil ' +
  'Vojislav Vojtech Vojtěch Volkan Volker Volodymyr Vonda Vonnie Vuk Vyacheslav Vytautas Václav Vânia Väinö Véronique Víctor Vít Vítězslav Věra Wacław ' +
  'Wade Wael Wafa Wagner Waldemar Waldo Walid Wallace Walter Wanchai Wanda Wanita Wanjiku Waqar Waqas Warren Wayan Wayne Wei Weidong Weiming Wendelien ' +
  'Wendell Wendi Wendy Werner Wesley Whitney Wichai Widodo Wiebe Wiesław Wiesława Wiktor Wilai Wilbert Wilbur Wilda Wilford Wilfred Wilfredo Wilhelm ' +
  'Wilhelmina Willa Willard Willene William Willie Willis Wilma Wilmer Wilton Wim Winfred Winifred Winnie Winnifred Winona Winston Wissam Wisława ' +
  'Witold Wladyslaw Wojciech Wolfgang Woodrow Wouter Wulan Wyatt Wynona Władysław Włodzimierz Xavier Xavière Xiaoli Xiaoming Xiaoyan Ximena Xinyi ' +
  'Xiomara Xiuying Xueying Yadira Yahya Yakov Yana Yann Yannick Yanti Yaroslav Yasaman Yasemin Yash Yasin Yasmin Yasmine Yasser Yasuko Yasuo Yavuz ' +
  'Yaşar Yegor Yejide Yejin Yelena Yeliz Yen Yesenia Yetta Yetunde Yevgeny Yevhen Yichen Yifan Ying Yingluck Yiğit Yngve Yogesh Yoichi Yoko Yolanda ' +
  'Yolonda Yong Yosef Yoshiko Yoshio Yosuke Yousef Youssef Yrjö Yudi Yui Yuichi Yuka Yukari Yuki Yukiko Yukio Yulan Yulia Yuliia Yumi Yumiko Yuni Yunus ' +
  'Yuri Yuriko Yusuf Yusuke Yutaka Yuto Yuxuan Yves Yvette Yvonne Zachariah Zachary Zachery Zafar Zahid Zahra Zaid Zaida Zainab Zakaria Zandra Zane ' +
  'Zanele Zaza Zbigniew Zdenek Zdenka Zdeněk Zdravko Zdzisław Zeeshan Zehra Zeki Zelda Zella Zelma Zena Zenaida Zenobia Zenon Zerrin Zeynep Zhanna ' +
  'Zhenhua Zhiqiang Zhiyong Ziad Zina Zinaida Zineb Zita Zixuan Zizi Zlatko Zodwa Zoe Zofia Zoila Zola Zoltan Zoltán Zona Zora Zoraida Zoran Zorica ' +
  'Zoya Zoé Zoë Zsofia Zsolt Zsuzsanna Zsófia Zubair Zula Zulema Zulma Zurab Zuzana Zuzanna Zvonimir Zygmunt Zühal Ágnes Álvaro Ángel Ángela Ásgeir ' +
  'Ásta Åke Åsa Åse Åshild Çağla Çağlar Çiğdem Édith Édouard Élise Élodie Éloïse Émilie Éric Étienne Éva Íñigo Ólafur Ólöf Óscar Óskar Ögmundur Ömer ' +
  'Örjan Özge Özgür Özlem Øivind Øystein Øyvind Úrsula Ülle Þorsteinn Þór Þóra Þórður Čeněk Đorđe İbrahim İlker İrem İsmail Łucja Łukasz Řehoř Şebnem ' +
  'Şerife Ştefan Ştefania Şükrü Štefan Štěpán Štěpánka Šárka Žaneta Željko Želmíra Živilė Živko Αγγελική Αναστασία Βασίλης Βασιλική Γιάννης Γιώργος ' +
  'Δημήτρης Ελένη Κατερίνα Κώστας Μαρία Νίκος Παναγιώτης Σοφία Χρήστος Ірина Александр Александра Алексей Алина Алла Анастасия Анатолий Андрей Андрій ' +
  'Анна Антон Артем Артём Богдан Борис Вадим Валентин Валентина Валерий Валерия Варвара Василий Вероника Виктор Виктория Виталий Владимир Владислав ' +
  'Володимир Вячеслав Галина Геннадий Георги Георгий Григорий Дарья Денис Димитър Дмитрий Дмитро Евгений Евгения Егор Екатерина Елена Елизавета Иван ' +
  'Игорь Илья Инна Ирина Катерина Кирилл Константин Ксения Лариса Леонид Лидия Людмила Максим Маргарита Марина Мария Матвей Микола Михаил Михайло ' +
  'Наталия Наталья Наталія Никита Николай Нина Оксана Олег Олександр Олексій Олена Ольга Павел Петр Петър Полина Пётр Руслан Светлана Семён Сергей ' +
  'Сергій Софья Станислав Степан Стефан Тамара Татьяна Тимофей Ульяна Фёдор Христо Юлия Юлія Юрий Яна Ярослав'
).split(' ');
