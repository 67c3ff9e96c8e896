/**
 * Given names that are common in some seventy countries, our own selection, two thirds of it from the public-domain statistics of
 * national offices (US Social Security Administration and Census Bureau, Destatis, INSEE, ISTAT, INE and others), without those that
 * are ordinary words or places in English.
 */
export const FIRST_NAMES: readonly string[] = (
  'Aadhya Aaliyah Aamir Aarav Aarne Aarohi Aaron Aart Aarushi Abbas Abbey Abbie Abby Abdallah Abderrahmane Abdul Abdulaziz Abdullah Abdulrahman ' +
  'Abdurrahman Abebe Abel Abena Abhay Abhijit Abhinav Abhishek Abigail Abimbola Abiodun Abram Achala Achieng Achim Adaeze Adah Adalbert Adalberto Adaline ' +
  'Adam Adan Addie Addison Adebayo Adel Adela Adelaida Adelaide Adele Adelia Adelina Adeline Adell Adella Adelle Adena Adeola Adina Aditya Adnan Adolfo ' +
  'Adolph Adria Adriaan Adrian Adriana Adriane Adrianna Adrianne Adrien Adriene Adrienne Adrijana Adunni Advait Adán Afonso Afshin Afton Agata Agatha Agi ' +
  'Agnes Agnese Agneta Agnieszka Agnus Agostino Agripina Agueda Agung Agustin Agustina Agustín Ahlam Ahmad Ahmadreza Ahmed Ahmet Ahsan Aida Aidan Aide ' +
  'Aigars Aiko Aileen Ailene Ailsa Aimee Ainars Aino Aira Aisha Aisling Aistė Aitana Aitor Aivar Ajay Ajit Ajith Akane Akanksha Akash Akhil Akihiko Akiko ' +
  'Akilah Akinyi Akira Akosua Aksel Akshara Akshay Akua Alain Alaina Alaine Alan Alana Alane Alanna Alasdair Alastair Alayna Alba Albert Alberta Albertha ' +
  'Albertina Albertine Alberto Albin Albina Alda Alden Aldis Aldo Alease Alec Alecia Aled Aleen Aleida Aleisha Alejandra Alejandrina Alejandro Aleksa ' +
  'Aleksandar Aleksander Aleksandr Aleksandra Aleksei Aleksi Alena Alene Alesha Aleshia Alesia Alessandra Alessandro Alessia Aleta Aletha Alethea Alethia ' +
  'Alex Alexa Alexander Alexandra Alexandre Alexandria Alexandru Alexei Alexey Alexia Alexis Alfonso Alfonzo Alfred Alfreda Alfredia Alfredo Algirdas Ali ' +
  'Alia Alica Alice Alicia Alicja Alida Alina Aline Alireza Alisa Alise Alisha Alishia Alisia Alison Alissa Alita Alix Aliya Aliyah Aliza Alla Allan ' +
  'Alleen Allegra Allena Allene Allie Alline Allison Allyn Allyson Alma Almeda Almeta Almut Alois Alok Alona Alper Alphonse Alphonso Alta Altagracia ' +
  'Altha Althea Alton Alun Alva Alvaro Alvera Alverta Alvin Alvina Alyce Alycia Alyona Alysa Alyse Alysha Alysia Alyson Alyssa Amada Amado Amadou Amaia ' +
  'Amaira Amal Amalia Amanda Amani Amar Amara Amberly Ambika Amee Amelia Amie Amiee Amina Aminata Amir Amira Amirhossein Amit Amitabh Ammar Ammie Amparo ' +
  'Amrita Amy Amélie Ana Anabel Anagha Anahit Analisa Anamaria Anand Ananya Anas Anastacia Anastasia Anatoly Anaïs Anca Andera Anders Andika Andra Andras ' +
  'Andre Andrea Andreas Andree Andreea Andrei Andrej Andres Andrew Andrey Andria Andrii Andris Andrius Andrus Andrzej András André Andrés Andy Aneta ' +
  'Anete Anette Anfisa Angela Angele Angelena Angeles Angelia Angelic Angelica Angelika Angelina Angeline Angelique Angelita Angella Angelo Angelyn ' +
  'Angharad Angie Angila Angla Anglea Angus Anh Anibal Aniela Anika Aniket Anil Aniruddha Anirudh Anisa Anisha Anissa Anita Anitra Anja Anjali Anjana ' +
  'Anjanette Anjelica Anke Ankit Ankita Ann Anna Annabel Annabell Annabelle Annalee Annalisa Annamae Annamaria Annamarie Anne Anneke Anneli Anneliese ' +
  'Annelle Annemarie Annett Annetta Annette Annice Annie Annika Annis Annita Annmarie Anong Anouk Anouschka Anri Ansgar Ansh Anshul Ante Antero Anthony ' +
  'Antione Antionette Antoine Antoinette Anton Antone Antonella Antonetta Antonette Antonia Antonietta Antonina Antonio Antony Antti Antwan António Anu ' +
  'Anuj Anupam Anuradha Anusha Anushka Anwar Anwen Anya Aoi Aoife Aparna Apinya Apolline Apolonia Apryl Aqsa Araceli Aracelis Aracely Aram Arash Arcelia ' +
  'Archana Archie Ardath Ardelia Ardell Ardella Ardelle Arden Ardeshir Ardis Ardith Aretha Arezoo Argelia Argentina Ariana Ariane Arianna Arianne Arica ' +
  'Arie Arief Ariel Arielle Arif Arjen Arjun Arkady Arla Arlean Arleen Arlen Arlena Arlene Arletha Arletta Arlette Arlie Arlinda Arline Arlyne Armand ' +
  'Armanda Armandina Armando Armelle Armen Armida Arminda Arnar Arnaud Arnav Arne Arnetta Arnette Arnis Arnita Arnold Arnoldo Arnulfo Aroha Aron Arpita ' +
  'Arron Arslan Artem Arthit Arthur Arti Artie Arto Arturo Arturs Artyom Arvid Arvilla Arvind Arvo Aryan Aránzazu Arūnas Asad Asami Asbjørn Ascensión ' +
  'Asghar Asha Ashanti Ashely Ashish Ashlea Ashlee Ashleigh Ashley Ashli Ashlie Ashly Ashlyn Ashok Ashot Ashwin Asif Aslak Asley Aslı Asma Assunta Astrid ' +
  'Asuka Asuman Asuncion Asunción Athena Atieno Atsushi Attila Atul Aubree Aubrey Audie Audra Audrea Audrey Audria Audrie Audrius Audry Augusta Augustina ' +
  'Augusto Augustus Aulia Aundrea Aura Aurea Aurelia Aurelie Aurelio Aurore Aurélie Aurélien Aurélio Austėja Auður Aušra Avani Avelina Avery Avinash Avis ' +
  'Avril Avtandil Awilda Aya Ayaka Ayako Ayana Ayanna Ayesha Ayhan Aylin Ayman Aynur Ayo Ayodele Ayse Aysel Ayumi Ayush Ayşe Ayşegül Azadeh Azalee Aziz ' +
  'Azucena Azzie Babak Babara Babatunde Babette Badr Bahram Baiba Balazs Baldomero Baldur Baljit Balázs Bambang Bambi Baptiste Barabara Barasa Barb ' +
  'Barbar Barbara Barbera Barbie Barbra Barrie Bart Bartosz Bartłomiej Bashir Basil Basilia Bastien Batuhan Bayu Beata Beate Beatrice Beatris Beatriz ' +
  'Beau Beaulah Bebe Becki Beckie Becky Bedřich Begoña Begüm Behnam Behrouz Belen Belia Belinda Belkis Bella Belle Belva Belén Bence Benedict Benedikt ' +
  'Benedita Bengt Benita Benito Benjamin Bennie Benny Benoit Benoît Berat Berend Berenice Berglind Berit Berk Berkay Berna Bernadette Bernadine Bernard ' +
  'Bernarda Bernardina Bernardine Bernardo Bernd Berneice Bernetta Bernice Bernie Berniece Bernita Bert Berta Bertha Bertie Bertram Beryl Bess Bessie ' +
  'Beth Bethan Bethanie Bethann Bethany Betsey Betsy Bette Bettie Bettina Betty Bettyann Bettye Beula Beulah Beverlee Beverley Beyza Beñat Bhanu Bharat ' +
  'Bhaskar Bhavana Bhavesh Bhavna Bhavya Bianca Bibi Bijan Bilal Biljana Billi Billie Billy Billye Bina Binta Birdie Birger Birgit Birgitta Birkir Birutė ' +
  'Bjarne Bjarni Bjorn Björg Björn Bjørg Bjørn Blaine Blanca Blanch Blanche Blandine Blanka Blas Blažena Blondell Blossom Blythe Bobbi Bobbie Bobby ' +
  'Bobbye Bobette Bogdan Boglárka Bogumił Bogusław Bohdan Bohumil Bohuslav Bojan Bolanle Boleslaw Bong Bonita Bonnie Bonny Boris Borja Bouchra Boško ' +
  'Bożena Božena Brad Braden Bradford Bradley Bradly Brain Bram Branda Brande Brandee Branden Brandi Brandie Brandon Branimir Branislav Branka Branko ' +
  'Brant Bratislav Brayden Breana Breann Breanna Breanne Bree Brenda Brendan Brendon Brenna Brent Brenton Bret Brett Bria Brian Briana Brianna Brianne ' +
  'Brice Bridget Bridgett Bridgette Brielle Brigette Brigid Brigida Brigitte Brijesh Brinda Britany Britney Britni Britt Britta Brittaney Brittani ' +
  'Brittanie Brittany Britteny Brittney Brittni Brittny Broderick Bronagh Bronisław Bronwen Bronwyn Brooke Bruce Bruna Brunilda Bruno Bryan Bryanna ' +
  'Bryant Bryce Brynn Bryon Bryson Buddy Budi Buena Buffy Buford Bula Bulah Bunny Burak Burcu Burkhard Burl Burma Bushra Buster Byron Bärbel Béla ' +
  'Bérénice Bích Bülent Büşra Břetislav Bảo Caden Cahya Caio Caitlin Caitlyn Calandra Caleb Calista Calixto Callie Calum Calvin Camelia Camellia Cameron ' +
  'Cami Camie Camila Camilla Camille Cammie Cammy Canan Candace Candance Candela Candelaria Candi Candice Candida Candie Candis Candra Candyce Caprice ' +
  'Capucine Cara Caren Cari Caridad Carie Carin Carina Carisa Carissa Carita Carl Carla Carlee Carleen Carlena Carlene Carles Carletta Carley Carli ' +
  'Carlie Carline Carlita Carlo Carlos Carlota Carlotta Carly Carlyn Carma Carman Carmel Carmela Carmelia Carmelina Carmelita Carmella Carmelo Carmen ' +
  'Carmina Carmine Carmon Carol Carola Carolann Carole Carolee Carolin Carolina Caroline Caroll Carolyn Carolyne Carolynn Caroyln Carri Carrie Carrol ' +
  'Carsten Cary Caryl Carylon Caryn Carys Casandra Casie Casimira Cassandra Cassaundra Cassey Cassi Cassidy Cassie Cassondra Cassy Catalina Catarina ' +
  'Caterina Cathal Catharine Catherin Catherina Catherine Cathern Catheryn Cathi Cathie Cathleen Cathrine Cathryn Cathy Catina Catrice Catrin Catrina ' +
  'Catriona Cayetana Cayetano Cayla Cecelia Cecil Cecila Cecile Cecilia Cecilie Cecille Cecily Cedric Cedrick Ceferino Celena Celesta Celeste Celestina ' +
  'Celestine Celestino Celia Celina Celinda Celine Celsa Cem Cemal Cemre Cengiz Ceola Ceren Ceri Cerys Cesar Chad Chae Chaitanya Chaiyaporn Chana Chanda ' +
  'Chandan Chandra Chanel Chanell Chanelle Chantal Chantay Chante Chantel Chantell Chantelle Chara Charis Charise Charissa Charisse Charita Charity ' +
  'Charla Charleen Charlena Charlene Charles Charlesetta Charlette Charley Charlie Charline Charlott Charlotte Charlsie Charlyn Charmain Charmaine ' +
  'Charolette Charu Chas Chasidy Chasity Chassidy Chastity Chau Chauncey Chaya Chaz Chebet Chelsea Chelsey Chelsie Chema Chere Cheree Cherelle Cheri ' +
  'Cherie Cherilyn Cherise Cherish Cherly Cherlyn Cherri Cherrie Cherryl Chery Cheryl Cheryle Cheryll Chet Chetan Cheyenne Chia Chiaki Chiamaka Chiara ' +
  'Chidi Chieko Chihiro Chika Chinedu Ching Chinh Chinwe Chioma Chiquita Chirag Chitra Chloe Chloé Chong Chris Chrissy Christa Christal Christeen ' +
  'Christel Christelle Christen Christena Christene Christi Christia Christian Christiana Christiane Christin Christina Christine Christinia Christoper ' +
  'Christoph Christophe Christopher Christy Chrystal Chuck Chukwuemeka Chun Chunhua Cian Ciara Ciarán Cicely Ciera Cierra Cillian Cinda Cinderella Cindi ' +
  'Cindie Cindy Cinthia Ciprian Cira Citra Clair Claire Clara Clare Clarence Claretha Claretta Claribel Clarice Clarinda Clarine Claris Clarisa Clarissa ' +
  'Clarita Classie Claud Claude Claudette Claudia Claudie Claudine Claudio Claudiu Clelia Clemence Clemencia Clemens Clemente Clementina Clementine ' +
  'Clemmie Cleo Cleopatra Cleora Cleotilde Cleta Cletus Cleveland Cliff Clifford Clint Clora Clorinda Clotilde Clyde Cláudia Clémence Clément Codi Coen ' +
  'Colby Coleen Colene Coletta Colette Colin Colleen Collen Collene Collette Collin Colton Columbus Conall Conceição Concepcion Conception Concetta ' +
  'Concha Conchita Connie Connor Conor Conrad Constance Constantin Consuela Consuelo Contessa Cora Coral Coralee Coralie Corazon Cordelia Cordell Cordia ' +
  'Cordie Coreen Corene Corentin Coretta Cori Corie Corina Corine Corinna Corinne Corliss Cormac Cornelia Cornelis Cornelius Corrie Corrin Corrina ' +
  'Corrine Corrinne Cortney Cory Cosmin Costel Courtney Craig Creola Cris Criselda Crissy Crista Cristal Cristen Cristi Cristian Cristiano Cristie ' +
  'Cristin Cristina Cristine Cristobal Cristopher Cristy Cristóbal Crysta Crystle Csaba Csenger Csilla Curt Curtis Custodio Cyndi Cyndy Cynthia Cyril ' +
  'Cyrille Cyrstal Cyrus Cythia Czesław Cándido Cédric Célestine Céline César Cătălin Cătălina Cường Daan Dace Dacia Dacian Dafydd Dagmar Dagny Dagný ' +
  'Dahlia Daichi Daiga Daina Daine Dainis Dainius Daisey Daisuke Daksha Dalal Dale Dalene Dalia Dalibor Dalila Damaris Damian Damien Damion Damir Damon ' +
  'Dan Dana Danae Dane Danelle Danette Dani Dania Danial Danica Daniel Daniela Daniele Daniell Daniella Danielle Daniil Danijel Danika Danille Danilo ' +
  'Danish Danita Dann Danna Dannette Dannie Dannielle Danny Dante Danuta Danyel Danyell Danyelle Daphine Daphne Dara Darcel Darcey Darci Darcie Darcy ' +
  'Darell Daren Daria Darin Dario Darius Darko Darla Darleen Darlena Darlene Darline Darnell Daron Darrel Darrell Darren Darrick Darrin Darron Darryl ' +
  'Darshan Darshana Darwin Darya Daryl Dashawn Dave David Davida Davide Davina Davit Davor Davorka Davíð Dawn Dawna Dawne Dayle Dayna Daysi Deadra Dean ' +
  'Deana Deandra Deandre Deandrea Deane Deangelo Deann Deanna Deanne Debashish Debbi Debbie Debbra Debby Debera Debi Debora Deborah Debra Debrah Debroah ' +
  'Declan Dede Dedi Dedra Deeann Deeanna Deedee Deedra Deena Deepa Deepak Deepika Deetta Defne Deidra Deidre Deirdre Deividas Deja Dejan Delaine Delana ' +
  'Delaney Delbert Delcie Delena Delfina Delia Delicia Delila Delilah Delinda Delisa Dell Della Delma Delmar Delmer Delmy Delois Deloise Delora Deloras ' +
  'Delores Deloris Delorse Delpha Delphia Delphine Delsie Demarcus Demetra Demetria Demetrice Demetrius Dena Denae Deneen Denese Denice Denis Denise ' +
  'Denisha Denisse Denita Deniz Denna Dennis Dennise Denny Denyse Deon Deonna Derek Derick Dermot Derrick Derya Desanka Deshawn Desiderio Desirae Desiree ' +
  'Desmond Despina Dessie Destiny Detlef Detra Devansh Devendra Devi Devika Devin Devon Devona Devora Devorah Dewayne Dewey Dewi Dexter Dezső Dhananjay ' +
  'Dhanush Dharmesh Dhriti Dhruv Dhruvi Dian Diana Diane Diann Dianna Dianne Diarmuid Didier Diedra Diedre Diego Dierdre Dieter Digna Dikembe Dilara ' +
  'Dilip Dillon Dimas Dimple Dina Dinah Dinesh Dino Dinorah Diogo Dion Dione Dionna Dionne Dipika Dirk Divina Divya Dixie Dmitri Dmitry Dmytro Dodie ' +
  'Doina Dollie Dolly Dolores Doloris Domagoj Domantas Domenica Domenico Dominga Domingo Dominic Dominica Dominick Dominik Dominique Dominque Domitila ' +
  'Domonique Dona Donald Donella Donetta Donette Donita Donn Donna Donnell Donnetta Donnette Donnie Donny Donte Donya Dora Dorathy Dorcas Doreatha Doreen ' +
  'Dorene Doretha Dorethea Doretta Dori Doria Dorian Dorie Dorin Dorinda Dorine Doris Dorla Dorota Dorotha Dorothea Dorothy Dorris Dortha Dorthea Dorthey ' +
  'Dorthy Dottie Dotty Doug Douglas Dovie Dragan Dragana Draginja Dragiša Dragoslav Dragoş Drahomíra Draško Dražen Dreama Drema Driss Drucilla Drusilla ' +
  'Duane Duarte Dubravka Dubravko Duc Dulce Dulcie Dumitru Duncan Dung Dusan Dusti Dustin Duyên Dušan Dwain Dwana Dwayne Dwi Dwight Dyan Dylan Dzintars ' +
  'Dámaso Dániel Débora Dóra Dörte Dũng Eamon Earle Earlean Earleen Earlene Earlie Earline Earnest Earnestine Eartha Easter Eberhard Eboni Ebonie Ebony ' +
  'Ebrahim Ebru Ebuka Eckhard Edda Eddie Edelmira Edeltraud Edgar Edgaras Edgardo Edgars Edie Edina Edison Edith Edmond Edmund Edmundo Edna Edoardo ' +
  'Edouard Edra Edris Edson Eduard Eduarda Eduardo Edvard Edward Edwardo Edwin Edwina Edyta Edyth Edythe Eero Eesha Efa Effie Efrain Efraín Efren Efua ' +
  'Egill Egils Eglė Ehsan Ehtel Eider Eiko Eila Eileen Eilene Eilidh Eilif Eilis Eimear Einar Eino Eirik Eirlys Ekaterina Ekaterine Ekene Eko Ekow Ekta ' +
  'Eladia Elaina Elaine Elana Elane Elanor Elayne Elba Elbert Elda Elden Eldon Eldora Eleanor Eleanora Eleanore Elease Elemér Elena Elene Eleni Elenor ' +
  'Elenora Elenore Eleonor Eleonora Eleonore Elfreda Elfrieda Elfriede Elham Eli Elia Eliana Elias Elicia Elida Elidia Elif Elijah Elin Elina Elinor ' +
  'Elinore Elisa Elisabete Elisabeth Elise Eliseo Elisha Elissa Eliz Eliza Elizabet Elizabeth Elizbeth Elizebeth Eliška Elke Ella Ellamae Ellan Ellen ' +
  'Ellena Elli Ellie Elliot Elliott Ellis Elly Ellyn Elma Elmer Elmira Elmo Elna Elnora Elodia Elois Eloisa Eloise Elouise Eloy Eloísa Elroy Elsa Elsie ' +
  'Elsy Elton Elva Elvera Elvia Elvie Elvin Elvina Elvira Elvis Elwanda Elwood Elyse Elza Elías Elín Elżbieta Emanuel Emanuele Emeka Emelda Emelia ' +
  'Emelina Emeline Emely Emerald Emerita Emese Emi Emiko Emil Emile Emilee Emilia Emilian Emilie Emilio Emily Emine Emir Emlyn Emma Emmaline Emmanuel ' +
  'Emmanuelle Emmett Emmie Emmitt Emmy Emogene Emory Emrah Emre Emyr Encarnación Enda Endang Endre Enedina Eneida Enes Engin Enid Enn Enoch Enola Enrico ' +
  'Enrique Enriqueta Enzo Eoghan Eoin Epifania Epp Erasmo Eray Ercan Erdem Erdoğan Eren Eric Erica Erich Erick Ericka Erik Erika Erin Erinn Erkki Erla ' +
  'Erlendur Erlene Erlinda Erline Erma Ermelinda Erminia Erna Ernest Ernestina Ernestine Ernesto Ernie Ernő Errol Ervin Erwin Eryn Erzsébet Esa Esha ' +
  'Esmeralda Espen Esperanza Esra Essie Esta Esteban Estefana Estefanía Estela Estell Estella Estelle Ester Esther Estrella Eszter Etha Ethan Ethel ' +
  'Ethelene Ethelyn Ethyl Etienne Etsuko Etta Ettie Eufemia Eugen Eugena Eugene Eugenia Eugenie Eugenio Eugénie Eula Eulah Eulalia Euna Eunice Eura ' +
  'Eusebia Eusebio Eustachy Eustolia Eva Evalyn Evan Evangelina Evangeline Evaristo Evelia Evelin Evelina Eveline Evelyn Evelyne Evelynn Everett Everette ' +
  'Evert Evette Evgeni Evgenia Evgeny Evia Evie Evita Evon Evonne Ewa Ewan Ewelina Exie Eylül Eyþór Ezekiel Ezequiel Ezra Fabian Fabiana Fabien Fabienne ' +
  'Fabio Fabiola Fabián Fabrice Fadi Fadila Faezeh Fahad Fairy Faisal Faiza Fajar Falguni Fallon Fannie Fanny Farah Farhad Farhan Farid Farida Fariha ' +
  'Faris Farrah Farshad Farzaneh Fatih Fatiha Fatima Fatimah Fatma Fatou Fatoumata Faustina Faustino Fausto Faviola Fawad Fawn Fawzia Faye Federica ' +
  'Federico Felecia Felica Felice Felicia Felicidad Felicita Felicitas Felipa Felipe Felisa Felisha Femi Femke Feng Ferdinand Ferenc Fereshteh Fergal ' +
  'Fergus Ferhat Feride Fermin Fermina Fermín Fernanda Fernande Fernando Ferne Ffion Fiachra Fidel Fidela Fidelia Fikret Filiberto Filip Filipa Filipe ' +
  'Filiz Filomena Finn Fiona Fionn Fionnuala Fitri Flavia Flavie Flavio Fleta Fletcher Fleur Flor Flora Florance Florencia Florencio Florene Florentina ' +
  'Florentino Floretta Floria Florian Florida Florin Florinda Florine Floris Florrie Flossie Floy Floyd Flávia Flávio Folake Folasade Folke Fonda Forest ' +
  'Fouad Fozia Fran France Francene Frances Francesca Francesco Franchesca Francie Francina Francine Francis Francisca Francisco Franck Francois ' +
  'Francoise Frank Frankie Franklyn Fransisca Franz François Françoise Fred Freda Fredda Freddie Freddy Frederic Frederica Frederick Fredericka Frederik ' +
  'Fredia Fredric Fredrick Fredricka Fredrik Freeda Freida Frida Frieda Friedhelm Friedrich Fritz Friðrik Frode Frédéric Fumiko Fumio Funmilayo Fyodor ' +
  'Fábio Félicie Félix Füsun Gabija Gabor Gabriel Gabriela Gabriele Gabriella Gabrielle Gael Gaetano Gail Gaizka Gala Galen Galih Galina Gamze Ganesh ' +
  'Gareth Garfield Garnet Garrett Garry Garth Gary Garðar Gaspar Gaspard Gaston Gatis Gaurav Gauri Gautam Gavin Gayane Gayatri Gaye Gayla Gayle Gaylene ' +
  'Gaylord Gaynell Gaynelle Gaël Gaëlle Gaëtan Gbenga Gearldine Gearóid Gediminas Geert Geeta Geir Gema Gemma Gena Genaro Gene Genevie Genevieve Genevive ' +
  'Geneviève Genia Genie Genna Gennady Gennie Genny Genoveva Genowefa Geoffrey Geoffroy Georg Georgann George Georgeann Georgeanna Georgene Georgetta ' +
  'Georgette Georgiana Georgiann Georgianna Georgianne Georgie Georgina Georgine Georgy Gerald Geraldine Geraldo Geralyn Gerard Gerardo Gerd Gerda ' +
  'Gergely Gergő Gerhard Geri Gerlinde Germaine German Germán Gerri Gerrit Gerry Gertha Gertie Gertrud Gertrude Gertrudis Gertude Gethin Gevorg Ghada ' +
  'Ghassan Gheorghe Ghislaine Ghulam Giacomo Giang Gianluca Gianna Gidget Giedrius Giedrė Gigi Gijs Gilang Gilbert Gilberte Gilberto Gilda Gilles Gillian ' +
  'Gilma Gina Ginette Ginny Gino Gintaras Giorgi Giorgio Giovanna Giovanni Girish Gisela Gisele Giselle Gita Giulia Giuseppe Giuseppina Gizella Gizem ' +
  'Gladis Glady Gladys Glayds Glen Glenda Glendora Glenn Glenna Glennie Glennis Glinda Gloria Glory Glynda Glynis Golda Goldie Golnaz Gonzalo Gonçalo ' +
  'Gopal Goran Gordana Gordon Gottfried Govind Gracia Gracie Graciela Graham Graig Grainne Granville Grayce Grazyna Grażyna Greetje Greg Gregg Gregor ' +
  'Gregoria Gregorio Gregory Greta Gretchen Gretta Gricelda Grigori Grigory Grisel Griselda Grzegorz Gráinne Grégoire Grégory Guadalupe Gudrun Guido ' +
  'Guilherme Guillaume Guillemette Guillermina Guillermo Guiying Gulshan Gunilla Gunnar Gunnhild Gunta Guntars Gunther Guntis Guoqiang Gurpreet Gussie ' +
  'Gustaf Gustav Gustavo Guy Guðbjörg Guðlaug Guðmundur Guðný Guðrún Gwen Gwenaëlle Gwenda Gwendolyn Gwenllian Gwenn Gwyn Gwyneth Gyala Gyorgy Gyula ' +
  'Gyöngyi György Györgyi Gábor Gérald Gérard Gísli Gökhan Göran Gösta Gül Gülay Gülşen Günter Günther Gürkan Haakon Habib Hadi Hadis Hafsa Hafþór Haifa ' +
  'Hailey Haiyan Hajnalka Hakan Hakob Halil Halime Halina Halldor Halldór Halldóra Halley Hallie Halvor Hamid Hamish Hampus Hamza Hana Hanan Hande Hanh ' +
  'Hani Hank Hanna Hannah Hanne Hanneke Hannele Hannelore Hanno Hannu Hans Hansa Haoran Harald Hardik Hari Harini Harish Harlan Harland Harley Harmen ' +
  'Harold Harpa Harpreet Harri Harriet Harriett Harriette Harrison Harry Harsh Harsha Harshita Hartmut Haruka Haruki Haruto Hasan Hasmik Hassan Hasse ' +
  'Hassie Hatice Hattie Haukur Havva Hayat Haydee Hayk Hayley Hazel Heather Hector Hedwig Hedy Heide Heidemarie Heidi Heidy Heike Heikki Heiko Heino ' +
  'Heinrich Heinz Heitor Helaine Helen Helena Helene Helga Helgi Heli Heliodoro Helle Hellen Helmut Heloísa Hema Hemant Hendra Hendrik Henk Henri ' +
  'Henrietta Henriette Henrik Henrique Henry Henryk Herb Herbert Heriberto Herlinda Herma Herman Hermann Hermelinda Hermenegildo Hermila Hermina Hermine ' +
  'Herminia Hernán Herschel Hershel Herta Hertha Hervé Hessel Hettie Hiba Hicham Hidde Hideki Hideo Hiedi Hien Hikaru Hilaria Hilario Hilary Hilda Hilde ' +
  'Hildegard Hildegarde Hildred Hildur Hilkka Hillary Hilma Himani Himanshu Hina Hipolito Hiram Hiroaki Hiroki Hiroko Hiromi Hiroshi Hisako Hisashi ' +
  'Hitesh Hitomi Hiếu Hiền Hjalmar Hjalti Hjördís Hlynur Hoang Hobert Holger Holli Hollie Homer Honey Honorine Honoré Horace Horacio Horia Horst ' +
  'Hortencia Hortense Hortensia Hosea Hossein Houda Hovhannes Howard Hoài Hrafnhildur Hrvoje Hsiu Hubert Huda Hugh Hugo Hugues Huguette Hulda Humaira ' +
  'Humberto Huong Hussein Huw Huy Huyền Hyacinth Hynek Hyon Hyun Håkan Håkon Håvard Héctor Hélène Hörður Hùng Hüseyin Hương Hạnh Iain Ian Iancu Ibolya ' +
  'Ibrahim Ibrahima Ibtisam Ida Idalia Idell Idella Iesha Ieuan Ieva Ifeanyi Ifeoma Ignacia Ignacio Igor Ikechukwu Iker Ikram Ilana Ilda Ildikó Ileana ' +
  'Ileen Ilene Ilham Iliana Ilka Ilkka Illa Ilmari Ilona Ilse Iluminada Ilze Imad Imane Imants Imelda Imogen Imogene Impi Imran Imre Inaya Indah Indira ' +
  'Indrajit Indrek Indrė Ineke Inell Ines Inese Inez Inga Inge Ingeborg Ingemar Inger Ingibjörg Ingmar Ingo Ingrid Ingvar Ingólfur Inmaculada Inna ' +
  'Inocencia Intan Inès Inês Ioan Ioana Iola Iona Ione Ionel Ionuţ Iqbal Ira Iraida Irakli Irena Irene Ireneusz Irfan Irina Irish Irja Irma Irmgard ' +
  'Irmina Irum Irving Iryna Isaac Isabel Isabela Isabell Isabella Isabelle Isadora Isaiah Isaias Isak Isamu Isaura Isela Isha Ishaan Ishani Ishita Isiah ' +
  'Isidora Isidra Isidro Isis Ismael Ismail Isobel Isreal Issac Istvan István Itsuki Itziar Iulia Iulian Ivan Ivana Ivar Ivars Ivelisse Iveta Ivette ' +
  'Ivica Ivo Ivona Ivone Ivonne Ivory Iwan Izetta Izola Iñigo Jaak Jaakko Jaan Jaap Jacalyn Jacek Jacelyn Jacinda Jacinta Jacinto Jack Jackeline Jackelyn ' +
  'Jacki Jackie Jacklyn Jackqueline Jackson Jaclyn Jacob Jacqualine Jacque Jacquelin Jacqueline Jacquelyn Jacquelyne Jacquelynn Jacques Jacquetta Jacqui ' +
  'Jacquie Jacquiline Jacquline Jacqulyn Jada Jaden Jadranka Jadwiga Jagat Jagdish Jagoda Jaime Jaimee Jaimie Jake Jakob Jakub Jalal Jaleesa Jalisa Jama ' +
  'Jamaal Jamal Jamar Jame Jamee Jamel James Jamey Jami Jamie Jamika Jamila Jammie Jan Jana Janae Janay Jane Janean Janee Janeen Janel Janell Janella ' +
  'Janelle Janene Janessa Janet Janeth Janett Janetta Janette Janey Jani Janice Janie Janiece Janina Janine Janis Janise Janita Jann Janna Janne Jannet ' +
  'Jannette Jannie January Janusz Janyce Jaqueline Jaquelyn Jared Jari Jarle Jarmila Jarmo Jarod Jaromír Jaroslav Jaroslaw Jarosław Jarred Jarrod Jasleen ' +
  'Jasmin Jasmina Jasmine Jasna Jason Jasper Jaspreet Jatin Jaunita Javed Javier Jawad Jaya Jayant Jayden Jaye Jayesh Jayla Jayme Jaymie Jayna Jayne ' +
  'Jayson Jazmin Jazmine Jean Jeana Jeane Jeanelle Jeanene Jeanett Jeanetta Jeanette Jeanice Jeanie Jeanine Jeanmarie Jeanna Jeanne Jeannetta Jeannette ' +
  'Jeannie Jeannine Jeff Jefferey Jeffery Jeffie Jeffrey Jeffry Jelani Jelena Jelle Jena Jenae Jene Jenee Jenell Jenelle Jenette Jeneva Jeni Jenice ' +
  'Jenifer Jeniffer Jenine Jenise Jenna Jennefer Jennell Jennette Jenni Jennie Jennifer Jenniffer Jennine Jenny Jens Jerald Jeraldine Jeramy Jere ' +
  'Jeremiah Jeremy Jeri Jerica Jerilyn Jerlene Jermaine Jeroen Jerold Jerome Jeromy Jerrell Jerri Jerrica Jerrie Jerrod Jerrold Jerry Jerzy Jesenia ' +
  'Jesica Jesper Jess Jesse Jessenia Jessi Jessia Jessica Jessie Jessika Jestine Jesus Jesusa Jesusita Jesús Jetta Jettie Jiahao Jianguo Jianhua Jiayi ' +
  'Jignesh Jihoon Jill Jillian Jimmie Jimmy Jina Jindřich Jinny Jiri Jitka Jiřina Jiří Jo Joachim Joakim Joan Joana Joane Joanie Joann Joanna Joanne ' +
  'Joannie Joao Joaquim Joaquin Joaquina Joaquín Jocelyn Jochem Jochen Jodee Jodi Jodie Jody Joe Joeann Joel Joella Joelle Joellen Joesph Joetta Joette ' +
  'Joey Johan Johana Johann Johanna Johanne Johannes John Johna Johnathan Johnathon Johnetta Johnette Johnie Johnna Johnnie Johnny Johnsie Joie Joke Joko ' +
  'Jolanda Jolanta Joleen Jolene Joline Jolyn Jolynn Jolán Jon Jona Jonah Jonas Jonatan Jonathan Jonathon Jone Jonell Jonelle Jong Joni Jonie Jonna ' +
  'Jonnie Joost Jordi Jorge Jorgelina Jorgen Joris Jorma Jorrit Jose Josef Josefa Josefina Josefine Joselyn Joseph Josephina Josephine Josette Josh ' +
  'Joshua Josiah Josiane Josie Josip Joslyn Jospeh Josphine Jostein Josue José Joséphine Jouko Jouni Jovan Jovana Jovita Joya Joyce Joycelyn Joye Jozef ' +
  'João Joël Joëlle Jožef Juan Juana Juanita Judi Judie Judit Judith Judson Judy Juha Juhan Juhani Jukka Jule Julee Julene Jules Juli Julia Julian ' +
  'Juliana Juliane Juliann Julianna Julianne Julie Julieann Julien Julienne Juliet Julieta Julietta Juliette Julio Julissa Julius Julián Jung Junichi ' +
  'Junie Junior Junita Junjie Junko Jure Jurgen Jurgita Juris Jurre Jussi Justa Justas Justin Justina Justinas Justine Justyna Juta Jutta Jyoti Jérémie ' +
  'Jérôme Jóhann Jóhanna Jóhannes Jón Jóna Jónas Józef Józefa József Jökull Jörg Jørgen Jürgen Jānis Kaan Kaarina Kabelo Kabir Kacey Kaci Kacie Kacper ' +
  'Kacy Kadek Kadir Kadri Kagiso Kaia Kaija Kaila Kailash Kaitlin Kaitlyn Kaito Kaja Kajal Kala Kaleigh Kalevi Kaley Kali Kalju Kalle Kallie Kalpana ' +
  'Kalyn Kamal Kamala Kamau Kami Kamil Kamila Kamilah Kamran Kanchan Kandace Kandi Kandice Kandis Kandra Kandy Kanesha Kanika Kanisha Kanya Kaori Kara ' +
  'Karabo Karan Kareem Kareen Karen Karena Karey Kari Karie Karim Karima Karin Karina Karine Karisa Karissa Karl Karl-Heinz Karla Karleen Karlene Karlijn ' +
  'Karly Karlyn Karma Karmen Karol Karole Karolin Karolina Karoline Karolis Karolyn Karon Karren Karri Karrie Karry Karsten Karthik Kartik Kartika Kary ' +
  'Karyl Karyn Kasandra Kasey Kasha Kashif Kasi Kasie Kaspars Kasper Kassandra Kassie Katalin Katarina Katarzyna Kate Katelin Katelyn Katelynn Katerine ' +
  'Kateryna Kateřina Kathaleen Katharina Katharine Katharyn Kathe Katheleen Katherin Katherina Katherine Kathern Katheryn Kathey Kathi Kathie Kathleen ' +
  'Kathlene Kathline Kathlyn Kathrin Kathrine Kathryn Kathryne Kathy Kathyrn Kati Katia Katie Katina Katja Katlyn Katrice Katrin Katrina Katrín Kattie ' +
  'Katy Katya Kaveh Kavita Kavya Kayce Kaycee Kaye Kayla Kaylee Kayleen Kayleigh Kaylene Kazimiera Kazimierz Kazuki Kazuko Kazuo Kazuya Kecia Keeley ' +
  'Keely Keena Kees Keesha Keiichi Keiko Keila Keira Keisha Keisuke Keith Keitha Kelechi Keli Kelle Kellee Kelley Kelli Kellie Kelly Kellye Kelsi Kelsie ' +
  'Kelvin Kemal Kemberly Ken Kena Kenda Kendal Kendall Kendra Kendrick Keneth Kenia Kenichi Kenisha Kenji Kenna Kenneth Kennith Kenny Kenta Kenton ' +
  'Kenyatta Kenyetta Kera Kerem Keren Keri Kerri Kerrie Kerry Kersti Kerstin Kesha Keshav Keshia Ketan Ketevan Ketil Keturah Ketut Keva Keven Kevin ' +
  'Khadija Khadijah Khaled Khalid Khalil Khalilah Khanh Khatia Khoa Khurram Khushi Khánh Khôi Kiana Kianoush Kiara Kiera Kiersten Kiesha Kieth Kiley Kim ' +
  'Kimber Kimberely Kimberlee Kimberley Kimberli Kimberlie Kimberly Kimbery Kimbra Kimi Kimiko Kina Kindra Kinga Kipchoge Kira Kirill Kirk Kirsi Kirsten ' +
  'Kirsti Kirstie Kirstin Kirsty Kirti Kisha Kishore Kittie Kittisak Kitty Kiyoko Kiyoshi Kizzie Kizzy Kjartan Kjell Kjersti Kjerstin Klaas Klara Klaus ' +
  'Klavdia Klára Knut Koen Kofi Koichi Koji Kojo Kolbrún Komal Konrad Konstantin Koray Korey Kori Kornél Kortney Kory Kourtney Kraig Krešimir Kris Krish ' +
  'Krishna Krissy Krista Kristal Kristan Kristaps Kristeen Kristel Kristen Kristi Kristian Kristie Kristin Kristina Kristine Kristjan Kristján Kristle ' +
  'Kristof Kristofer Kristoffer Kristopher Kristy Kristyn Kristín Kristóf Krisztina Krisztián Kriti Krunoslav Krysta Krystal Krysten Krystin Krystina ' +
  'Krystle Krystyna Krzysztof Ksenia Ksenija Kshitij Kumar Kumiko Kunal Kurnia Kurt Kurtis Kusum Květa Kwabena Kwaku Kwame Kwasi Kyla Kyle Kylee Kylie ' +
  'Kymberly Kyoko Kyong Kyra Kyung Kyösti Kálmán Károly Käthe Kåre Kübra Külli Kęstutis Lacey Lachelle Lachlan Laci Lacie Lacresha Ladan Ladawn Ladislav ' +
  'Ladonna Lael Laetitia Lahoma Laila Laima Laimonas Lajos Lajuana Lakeesha Lakeisha Lakendra Lakenya Lakesha Lakeshia Lakia Lakiesha Lakisha Lakita ' +
  'Lakshay Lalit Lalita Lamar Lamia Lamonica Lamont Lana Lance Landon Lanell Lanelle Lanette Lani Lanie Lanita Lannie Lanny Lanora Laquanda Laquita Lara ' +
  'Larae Laraine Laree Larhonda Larisa Larissa Larita Laronda Larraine Larry Lars Larue Lasandra Lasha Lashanda Lashandra Lashaun Lashaunda Lashawn ' +
  'Lashawna Lashawnda Lashay Lashell Lashon Lashonda Lashunda Lasonya Lasse Laszlo Lata Latanya Latarsha Latasha Latashia Latesha Latia Laticia Latifa ' +
  'Latina Latisha Latonia Latonya Latoria Latosha Latoya Latoyia Latrice Latricia Latrina Latrisha Launa Laura Lauralee Lauran Laure Laureen Laurel ' +
  'Lauren Laurena Laurence Laurene Laurens Laurent Laurenţiu Lauretta Laurette Lauri Laurice Laurie Laurinda Laurine Lauryn Lavada Lavanya Lavelle ' +
  'Lavenia Lavera Lavern Laverna Laverne Laveta Lavette Lavina Lavinia Lavon Lavona Lavonda Lavone Lavonia Lavonna Lavonne Lawana Lawanda Lawanna ' +
  'Lawerence Lawrence Laxmi Layla Lazar Lazaro Lea Leah Leana Leandra Leandro Leann Leanna Leanne Leanora Leatha Leatrice Lecia Leda Leeann Leeanna ' +
  'Leeanne Leela Leena Leesa Leia Leida Leif Leigh Leigha Leighann Leila Leilani Leire Leisa Leisha Lekisha Lela Lelah Leland Lelia Leman Lembit Lemuel ' +
  'Lena Lenard Lenita Lenna Lennart Lennie Lenny Lenora Lenore Leokadia Leola Leoma Leon Leona Leonard Leonarda Leonardo Leone Leonel Leonia Leonid ' +
  'Leonida Leonie Leonila Leonor Leonora Leonore Leontine Leopold Leopoldo Leora Leota Lera Lerato Leroy Lesa Lesha Lesia Leslee Lesley Lesli Leslie ' +
  'Lessie Lestari Lester Leszek Leta Letha Leticia Letisha Letitia Lettie Letty Letícia Lev Levan Levent Levente Levi Lewis Lexie Leyla Lezlie Liam Liana ' +
  'Liane Lianne Libbie Liberty Libor Librada Libuše Lida Lidia Lidija Lieke Lien Lieselotte Liga Ligia Lihua Liis Liisa Lila Lili Lilia Lilian Liliana ' +
  'Lilit Lilja Lilla Lilli Lillia Lilliam Lillian Lilliana Lillie Lily Lina Linas Linda Lindsay Lindsey Lindsy Lindy Linette Ling Linh Linnea Linnie Lino ' +
  'Linsey Linus Linwood Lionel Lipika Lisa Lisabeth Lisandra Lisandro Lisbet Lisbeth Lise Lisette Lisha Lissa Lissette Lita Livia Liviu Liza Lizabeth ' +
  'Lizbeth Lizeth Lizette Lizzette Lizzie Ljiljana Ljubica Lloyd Logan Loic Loida Lois Loise Lola Lolita Loma Lona Londa Loni Lonna Lonnie Lonny Lora ' +
  'Loraine Loralee Lore Lorean Loredana Loree Loreen Lorelei Loren Lorena Lorene Lorenza Lorenzo Loreta Loretta Lorette Lori Loria Loriann Lorie Lorilee ' +
  'Lorina Lorinda Lorine Loris Lorita Lorna Lorraine Lorretta Lorri Lorriane Lorrie Lorrine Lory Lothar Lotte Lottie Lou Louann Louanne Loubna Louella ' +
  'Louetta Louie Louis Louisa Louise Loura Lourenço Lourie Louvenia Lovella Lovetta Lovie Lovisa Lowell Lowri Loyce Loïc Luana Luann Luanna Luanne Luba ' +
  'Lubna Lubomir Lubomír Luboš Luca Lucas Luci Lucia Luciana Luciano Lucie Lucien Lucienne Lucila Lucile Lucilla Lucille Lucina Lucinda Lucio Lucius ' +
  'Lucrecia Lucretia Lucy Lucía Ludie Ludivina Ludivine Ludmila Ludovic Ludwig Ludwik Luella Luetta Luigi Luis Luisa Luise Luiz Luka Lukas Luke Lukáš ' +
  'Lula Lulu Luminiţa Lupe Lupita Lura Lurlene Lurline Lusine Luther Luuk Luvenia Luís Luísa Lwazi Lyda Lydia Lyla Lyle Lyman Lynda Lyndia Lyndon Lyndsay ' +
  'Lyndsey Lynell Lynelle Lynetta Lynette Lynn Lynna Lynne Lynnette Lynsey Lynwood Lyubov Lyudmila László Léa Léo Léon Léonie Lídia Lóránt Lúcia Līga ' +
  'Maaike Maarika Maarit Maarten Mabel Mabelle Mable Macarena Machelle Macie Maciej Mackenzie Macy Madalene Madaline Madalyn Maddie Madelaine Madeleine ' +
  'Madelene Madeline Madelyn Madge Madhav Madhavi Madhu Madhuri Madie Madison Madlyn Madonna Mads Maegan Maeve Mafalda Magali Magaly Magan Magaret Magda ' +
  'Magdalen Magdalena Magdalene Magdolna Magen Maggie Magnhild Magnolia Magnus Magnús Mahalia Mahendra Mahesh Mahika Mahmoud Mahnaz Mahsa Maia Maida ' +
  'Maija Maile Maira Maire Mairead Mairi Maisha Maisie Maite Maja Majid Majorie Makeda Makena Makoto Maksim Malachy Malak Malcolm Malcom Malena ' +
  'Malgorzata Malia Malika Malin Malinda Malini Malisa Malissa Malka Malle Mallie Mallory Malorie Malte Malvina Mamadou Mami Mamie Mammie Mana Manabu ' +
  'Manal Manasi Manda Mandi Mandie Mandla Mandy Manfred Manie Manish Manisha Manju Manjula Manoj Manon Mansi Mansour Mantas Manuel Manuela Maple Mara ' +
  'Maragaret Maragret Maranda Marc Marcel Marcela Marcelene Marcelina Marceline Marcelino Marcell Marcella Marcelle Marcellus Marcelo Marcene Marchelle ' +
  'Marci Marcia Marcie Marcin Marco Marcos Marcus Marcy Mardell Marek Maren Marg Margaret Margareta Margarete Margarett Margaretta Margarette Margarida ' +
  'Margarita Margarite Margarito Margart Margaux Marge Margene Margeret Margert Margery Marget Margherita Margie Margit Margo Margorie Margot Margret ' +
  'Margrethe Margrett Margrét Marguerita Marguerite Margurite Margy Marhta Mari Maria Mariah Mariam Mariama Marian Mariana Marianela Mariann Marianna ' +
  'Marianne Mariano Maribel Maribeth Marica Maricela Maricruz Marie Marieke Mariel Mariela Mariella Marielle Marietta Mariette Marija Marijana Marijke ' +
  'Marika Mariko Marilee Marilou Marilu Marilyn Marilynn Marina Marinda Marinko Mario Marion Maris Marisa Marisela Marisha Marisol Marissa Marit Marita ' +
  'Maritza Marius Mariusz Marivel Marjatta Marjorie Marjory Marketta Markita Markku Marko Markus Markéta Marla Marlana Marleen Marlen Marlena Marlene ' +
  'Marlies Marlin Marline Marlo Marloes Marlon Marlyn Marlys Marna Marni Marnie Marquerite Marquetta Marquis Marquita Marquitta Marry Marsha Marshall ' +
  'Marta Marten Marth Martha Marti Martial Martin Martina Martine Martti Marty Martín Marva Marvel Marvella Marvin Marvis Mary Marya Maryalice Maryam ' +
  'Maryann Maryanna Maryanne Marybelle Marybeth Maryellen Maryetta Maryjane Maryjo Maryland Marylee Marylin Maryln Marylou Marylouise Marylyn Marylynn ' +
  'Maryrose Maryse Marzena María Masaaki Masahiro Masako Masao Masaru Masashi Masoud Massimo Mate Mateo Mateus Mateusz Matha Mathew Mathias Mathieu ' +
  'Mathijs Mathilda Mathilde Matias Matija Matilda Matilde Mats Matt Matteo Matteus Matthew Matthias Matti Mattias Mattie Matvei Matías Matěj Maud Maude ' +
  'Maudie Maura Maureen Mauri Maurice Mauricio Maurine Maurita Mauro Maurício Mavis Maxence Maxie Maxim Maxima Maxime Maximilian Maximiliano Maximina ' +
  'Maximo Maxine Maya Mayank Maybell Maybelle Maye Mayme Mayola Mayra Mayumi Mayur Mazie Maël Maëlle Małgorzata Mckenzie Mckinley Meagan Meaghan Mechelle ' +
  'Mechthild Meda Meena Meenakshi Meera Mees Megan Meggan Megha Meghan Meghana Meghann Megumi Mehdi Mehmet Mehran Mehul Mehwish Meiling Meinir Meirion ' +
  'Melaine Melani Melania Melanie Melany Melba Melda Melek Melia Melida Melike Melina Melinda Melis Melisa Melissa Melissia Melita Mellie Mellisa ' +
  'Mellissa Melodee Melodi Melodie Melody Melonie Melony Meltem Melva Melvin Melvina Melynda Mendy Menno Mercy Meredith Merel Meri Merideth Meridith ' +
  'Meriem Merike Merilyn Merissa Merja Merle Merlene Merlin Merlyn Merna Merri Merrie Merrilee Merry Mert Mertie Merve Mervin Meryem Meryl Metin Mette ' +
  'Mher Mia Mica Micaela Micah Micha Michael Michaela Michaele Michal Michale Michał Micheal Michele Michelina Micheline Michell Michelle Michiko Michèle ' +
  'Mickey Micki Mickie Midori Mieczysław Mieke Miesha Migdalia Mignon Miguel Miguelina Mihaela Mihai Mihkel Miho Mihály Mika Mikael Mikaela Mike Mikel ' +
  'Mikhail Mikheil Miki Mikki Mikko Miklós Mikołaj Mila Milada Milagro Milagros Milan Milda Mildred Milena Milford Milica Milissa Miljan Millard ' +
  'Millicent Millie Milly Milo Milorad Milos Miloš Milutin Mimi Mina Minako Minda Mindaugas Mindi Mindy Minerva Ming Mingming Minh Minjun Minna Minnie ' +
  'Minoru Minta Miquel Mira Miranda Miray Mircea Mireille Mirela Mirella Mireya Miriam Mirian Mirjam Mirjana Mirko Mirna Miro Miroslav Miroslava ' +
  'Miroslavka Mirosław Mirta Mirtha Mirthe Misaki Misha Mislav Missy Misti Mistie Mitali Mitch Mitchel Mitchell Mitra Mitsue Mitsuko Mitsuru Mittie Mitzi ' +
  'Mitzie Miyoko Miyuki Miłosz Mladen Modesta Modesto Mohamed Mohammad Mohammed Mohan Mohit Mohsen Moira Moises Moisés Mojtaba Mollie Molly Momoko ' +
  'Momčilo Mona Monet Monica Monika Monique Monnie Monserrate Monte Montserrat Monty Morag Morgane Moriah Moritz Morris Morten Morteza Mose Moshe Mostafa ' +
  'Mouna Mourad Moussa Mozell Mozella Mozelle Mthunzi Mubashir Muhammad Mukesh Mukul Mumbi Muoi Murali Murat Murdo Muriel Murilo Mustafa Mwangi Myesha ' +
  'Mykhailo Mykola Myles Myong Myra Myriam Myrl Myrle Myrna Myron Myrta Myrtice Myrtie Myrtis Myrtle Mythili Myung Máire Márcia Márcio Mária Márton Máté ' +
  'Máximo Märta Mélanie Mélissa Mónica Mónika Mônica Māris Nabil Nabila Nacho Nada Nadeem Nadene Nadezhda Nadia Nadine Nadja Nadège Naděžda Naeem Nagy ' +
  'Nahla Naida Naima Naina Najat Najib Nakesha Nakia Nakisha Nakita Nakul Naledi Namrata Nana Nanami Nancee Nancey Nanci Nancie Nancy Nanda Nandi Nandini ' +
  'Nanette Nannette Nannie Naoki Naoko Naoma Naomi Napoleon Narayan Narcisa Narek Narendra Naresh Narong Nasir Nasrin Nasser Natacha Natalia Natalie ' +
  'Nataliia Nataliya Natalya Natasha Natashia Natasja Nathalie Nathan Nathanael Nathanial Nathaniel Natisha Natividad Natosha Natsuki Nattapong Nattaya ' +
  'Natália Naveed Naveen Navya Nawal Nazanin Nazlı Ndidi Neal Nebojša Necati Necla Necole Ned Neda Nedra Neel Neelam Neeraj Neeta Neha Neida Neil Nelda ' +
  'Nelia Nelida Nell Nella Nelle Nellie Nelly Nelson Nemanja Nena Nenad Nenita Neoma Neomi Nerea Nereida Neringa Nerissa Nery Nerys Nesrin Nestor Neta ' +
  'Nettie Neva Nevaeh Nevena Neville Ngan Ngoc Ngozi Nguyet Nguyệt Ngân Ngọc Nhung Niall Niamh Nichelle Nichol Nicholas Nichole Nicholle Nicki Nickie ' +
  'Nickolas Nickole Nicky Nicol Nicola Nicolae Nicolai Nicolas Nicolasa Nicole Nicoleta Nicoletta Nicolette Nicolle Nicolás Nida Nidhi Nidia Niels Nienke ' +
  'Niesha Nigel Nihat Niilo Nijolė Nikhil Niki Nikia Nikita Nikki Niklas Nikola Nikolai Nikolaj Nikolaus Nikole Nikolina Nikoloz Nikos Nila Nilda Nilesh ' +
  'Nilgün Niloufar Nils Nilsa Nilüfer Nina Ninfa Ningsih Niran Nirmala Nisha Nishant Nita Nitin Nitya Nizar Njeri Njoroge Nkechi Nkosana Nnamdi Nneka ' +
  'Noah Noboru Nobuko Nobuo Nodar Noel Noelia Noella Noelle Noemi Nohemi Nola Noma Nomsa Nomvula Nona Noor Noortje Nora Norah Norbert Norberto Noreen ' +
  'Norene Noriko Norine Norma Norman Normand Normunds Nosipho Nour Noura Novak Novella Noémi Noémie Noël Ntombi Nuala Nubia Nuno Nuray Nurcan Nuria Nurul ' +
  'Nyambura Nydia Nyla Nyoman Nándor Núria Obdulia Obinna Ocie Octavia Octavian Octavio Océane Oddvar Odelia Odette Odhiambo Odile Odilia Odis Ofelia ' +
  'Oisín Okan Oksana Olaf Olav Olavi Oldřich Oleg Olegario Oleksandr Oleksii Olen Olena Olene Oleta Olev Olevia Olga Olimpia Olin Olinda Oliva Oliver ' +
  'Olivia Olivier Oliwia Olli Ollie Olof Oluchi Olufemi Olumide Oluwaseun Olympia Omar Omer Omid Omkar Ona Ondrej Ondřej Oneida Onie Onita Onni Onur ' +
  'Onyeka Opal Ophelia Ophélie Oralee Oralia Oran Oren Oretha Orhan Orla Orlando Orpha Orri Orsolya Ortrud Orval Orville Osama Osamu Oscar Oskar Osman ' +
  'Ossie Osvaldo Oswaldo Otakar Otar Otelia Otha Othman Otieno Otilia Otis Ottavio Ottmar Otto Ottó Otávio Ouida Ousmane Outi Ovidiu Owain Owen Oya Ozan ' +
  'Ozell Ozella Ozie Oğuz Paavo Pablo Padma Padraig Paige Palesa Pallavi Palle Palma Palmira Pam Pamala Pamela Pamelia Pamella Pamila Pamula Pandora ' +
  'Pankaj Pansy Paola Paolo Parag Parisa Parminder Parth Parthenia Particia Parvati Parveen Parvin Pascal Pascale Pascual Pasquale Pasty Patience Patria ' +
  'Patrica Patrice Patricia Patricio Patrick Patrik Patrina Patrizia Patrícia Patsy Pattama Patti Pattie Patty Paul Paula Paulene Pauletta Paulette Pauli ' +
  'Paulina Pauline Paulino Paulita Paulius Paulo Pavao Pavel Pavla Pawel Paweł Payal Payam Pearle Pearlene Pearlie Pearline Pearly Pedro Pegah Peggie ' +
  'Peggy Pekka Pelayo Pelin Pelle Penelope Pengfei Penney Penni Pennie Penny Pentti Percy Perla Pernilla Pernille Perrine Perry Pertti Petar Pete Peter ' +
  'Petr Petra Petras Petre Petri Petrina Petronila Phebe Phichit Phil Philip Philipp Philippa Philippe Philippine Phillip Phillis Philomena Phoebe Phung ' +
  'Phuong Phylicia Phylis Phyliss Phyllis Phúc Phương Pia Piedad Pierre Pierrick Piet Pieter Pietro Pilar Pim Pinkie Piotr Piret Pirjo Piroska Piyawat ' +
  'Piyush Polina Polly Pooja Poonam Pooya Porfirio Pornthip Porsha Portia Pouya Povilas Prabhakar Prachi Pradeep Prakash Pramod Pranav Pranjal Prasad ' +
  'Prasert Prashant Pratibha Pratik Praveen Predrag Preecha Preeti Prerna Pricilla Priit Primitivo Priscila Priscilla Priya Priyanka Priyansh Providencia ' +
  'Prudence Prudencio Przemysław Puja Pura Pushpa Puspita Putri Putu Pyotr Pádraig Pál Páll Päivi Pär Pål Péter Pétur Pēteris Pınar Přemysl Qasim Qiana ' +
  'Quang Queenie Quentin Quiana Quincy Quinten Quintin Quinton Quyen Quynh Quân Quỳnh Rabia Rabiya Rachael Rachal Rachana Racheal Rachel Rachele Rachell ' +
  'Rachelle Rachid Racquel Radek Radha Radhika Radim Radmila Radomir Radoslav Radosław Radovan Radu Raeann Raed Raelene Rafael Rafaela Rafal Raffaele ' +
  'Raghav Ragnar Ragnheiður Ragnhild Raguel Rahmat Rahul Raija Raimo Raimonds Raimund Raimundo Raina Rainer Raisa Raitis Raivo Raj Rajan Rajani Rajat ' +
  'Rajeev Rajendra Rajesh Rajiv Rakel Rakesh Raleigh Ralf Ralph Raluca Ramazan Ramesh Ramin Ramiro Ramon Ramona Ramonita Ramya Ramzi Ramón Ramūnas Rana ' +
  'Ranae Randa Randal Randall Randee Randell Randi Randy Ranee Rania Ranjit Ranko Ranveer Raphael Raphaël Raquel Rasa Rashad Rasheeda Rashid Rashida ' +
  'Rashmi Rasmus Ratana Ratko Ratna Raul Raven Ravi Ravindra Raye Rayford Raylene Raymon Raymond Raymonde Raymundo Rayna Raúl Reanna Reatha Reba Rebbeca ' +
  'Rebbecca Rebeca Rebecca Rebecka Rebekah Recep Reda Reem Reena Refilwe Refugia Refugio Regena Regenia Reggie Regina Reginald Regine Reginia Rehana ' +
  'Reijo Reiko Reina Reinaldo Reiner Reinhard Reinhold Reita Rekha Rema Remedios Remona Remy Rena Renae Renaldo Renata Renate Renato Renay Renda Rene ' +
  'Renea Renee Renetta Renita Renna Rens Renu René Renée Ressie Reta Retha Retno Retta Reuben Reva Revaz Reyansh Reyhan Reynalda Reynaldo Reza Rezső Rhea ' +
  'Rheba Rhett Rhiannon Rhoda Rhodri Rhona Rhonda Rhys Ricarda Ricardo Riccardo Richard Richelle Richie Rick Rickey Ricki Rickie Ricky Rico Ridhi Rie ' +
  'Rigoberto Riho Riikka Rik Rikke Rikki Riley Rima Rimantas Rina Rini Risa Rishabh Rishi Risto Rita Ritika Ritu Ritva Ritvars Riva Rivka Riya Riyad ' +
  'Rizal Rizki Rizwan Roald Robbi Robbie Robbin Robby Robbyn Robena Robert Roberta Roberto Robin Robt Robyn Rocco Rochel Rochell Rochelle Rocio Rocky ' +
  'Rocío Roderick Rodger Rodica Rodney Rodolfo Rodrick Rodrigo Rogelio Roger Rogério Rohan Rohit Rokas Roland Rolanda Rolande Rolando Rolf Rolland Romain ' +
  'Romaine Roman Romana Romane Romelia Romona Román Ron Rona Ronald Ronan Ronda Roni Ronna Ronni Ronnie Ronny Roosevelt Rory Rosa Rosalba Rosalee Rosalia ' +
  'Rosalie Rosalina Rosalind Rosalinda Rosaline Rosalva Rosalyn Rosamaria Rosamond Rosana Rosann Rosanna Rosanne Rosaria Rosario Rosaura Roscoe Roseann ' +
  'Roseanna Roseanne Roselee Roselia Roseline Rosella Roselle Roselyn Roselyne Rosemarie Rosemary Rosena Rosenda Rosendo Rosetta Rosette Roshni Rosia ' +
  'Rosie Rosina Rosio Rosita Roslyn Ross Rossana Rossie Rostislav Roswitha Rosy Rosângela Rowena Roxana Roxane Roxann Roxanna Roxanne Roxie Roxy Roy Roya ' +
  'Rozanne Rozella Ruairi Ruben Rubi Rubie Rubina Rubye Rubén Ruchi Rudi Rudo Rudolf Rudy Rueben Rufaro Rufina Rufus Rui Rupa Rupert Rupesh Ruslan Russel ' +
  'Russell Rutger Ruth Rutha Ruthann Ruthanne Ruthe Ruthie Ruud Ružica Ryan Ryann Ryo Ryosuke Ryota Ryszard Ryuichi Réka Rémi Róbert Rózsa Rúnar Rüdiger ' +
  'Răzvan Rıza Rūta Růžena Saad Saanvi Saba Sabina Sabine Sabra Sabri Sabrina Sacha Sachiko Sachin Sade Sadia Sadie Sadye Saeed Saeid Sagar Sahar Sahil ' +
  'Saida Saima Sajid Sakari Saki Sakura Salah Salena Salih Salim Salina Salley Sallie Sally Salma Salman Salome Salomé Saloni Salvador Salvatore Salwa ' +
  'Sam Samah Samaneh Samantha Samar Samara Samarth Samatha Sameer Samella Sami Samiksha Samir Samira Sammie Sammy Samual Samuel Samvel Sana Sanaa Sanda ' +
  'Sandee Sandeep Sander Sandi Sandie Sandra Sandrine Sandro Sanford Sangeeta Sanita Sanja Sanjana Sanjay Sanjeev Sanjin Sanjuana Sanjuanita Sanna Sanne ' +
  'Sanora Santina Santo Santosh Sanya Saoirse Sapna Sara Sarah Sarai Saran Sari Sarika Sarina Sarita Sarolta Sasa Sasha Saskia Satish Satoru Satoshi Satu ' +
  'Saturnina Saturnino Satya Saul Saulius Saundra Savanna Savita Sawsan Sayaka Saúl Saša Scarlet Scarlett Scot Scott Scottie Scotty Seamus Sean Sebastian ' +
  'Sebastien Sebastián Sebastião Sebrina Seda Seema Segun Seiji Sekou Selena Selene Selim Selin Selina Selma Sema Semra Semyon Sena Senaida Seojun ' +
  'Sepideh Seppo September Serafina Serap Serdar Serena Serge Sergei Sergey Sergio Serhat Serhii Serina Serita Serkan Seth Setsuko Sevgi Sevil Sevim ' +
  'Seydou Seán Shabana Shabnam Shad Shadi Shae Shahid Shahin Shahram Shahzad Shailesh Shaimaa Shaina Shakia Shakira Shakita Shala Shalanda Shalini Shalon ' +
  'Shalonda Shameka Shamika Shan Shana Shanae Shanda Shandi Shandra Shane Shaneka Shanel Shanell Shanelle Shani Shanice Shanika Shaniqua Shanita Shanna ' +
  'Shannan Shannon Shanon Shanta Shantae Shantay Shante Shantel Shantell Shantelle Shanti Shaquana Shaquita Shara Sharad Sharan Sharda Sharee Sharell ' +
  'Sharen Shari Sharice Sharie Sharika Sharilyn Sharita Sharla Sharleen Sharlene Sharmaine Sharmila Sharolyn Sharon Sharonda Sharri Sharron Sharyl Sharyn ' +
  'Shashi Shasta Shaun Shauna Shaunda Shaunna Shaunta Shaunte Shavon Shavonda Shavonne Shawana Shawanda Shawanna Shawn Shawna Shawnda Shawnee Shawnna ' +
  'Shawnta Shay Shayla Shayna Shayne Shazia Sheba Sheela Sheena Sheila Sheilah Shela Shelba Shelby Sheldon Shelia Shella Shelley Shelli Shellie Shelly ' +
  'Shemeka Shemika Shena Shenika Shenita Shenna Shera Sheree Sherell Sheri Sherice Sherie Sherika Sherill Sherilyn Sherise Sherita Sherlene Sherley ' +
  'Sherly Sherlyn Sherman Sheron Sherrell Sherri Sherrie Sherril Sherron Sherry Sherryl Shery Sheryl Sheryll Shiela Shigeru Shila Shiloh Shilpa Shin ' +
  'Shinichi Shinji Shiori Shira Shirely Shirin Shirl Shirlee Shirleen Shirlene Shirley Shirly Shiv Shivam Shivani Shizue Shizuka Shizuko Shobha Shoichi ' +
  'Shon Shona Shonda Shondra Shonna Shonta Shoshana Shota Shraddha Shreya Shruti Shubham Shuichi Shuzhen Shweta Shyla Siavash Sibel Sibusiso Sibyl ' +
  'Sibylle Siddharth Sidney Siegfried Sieglinde Signe Sigrid Sigríður Sigrún Sigurd Sigurður Siham Siim Siiri Silas Silke Silvana Silvestre Silvia Sima ' +
  'Simin Simon Simona Simonas Simone Simonne Simran Simón Sina Sinan Sindre Sindri Sindy Sinead Sinikka Siniša Sinta Sinéad Siobhan Siobhán Sioned Sipho ' +
  'Siranush Sirena Siriporn Sirje Sirpa Siti Siv Sixta Sixten Siyu Sizwe Siân Sjoerd Skye Slamet Slava Slavica Slavko Slavomír Slobodan Slobodanka Slyvia ' +
  'Smita Sneha Snezana Snežana Snježana Snorri Socorro Sofia Sofie Sofya Sofía Sohail Soheil Soila Solange Soledad Solomiya Solveig Solène Somboon ' +
  'Somchai Somer Sommer Somporn Somsak Sona Sonal Sonali Sondra Songül Sonia Sonja Sonny Sonya Sook Sophia Sophie Soraya Sorcha Soren Sorin Souad ' +
  'Soufiane Sparkle Spencer Srećko Srinivas Stacee Stacey Staci Stacia Stacie Stacy Staffan Stan Stanislav Stanisław Stanisława Stanley Starla Stasia ' +
  'Stefan Stefani Stefania Stefanie Stefano Stefany Steffan Steffanie Steffen Stefán Steinunn Stella Stepan Stepanie Stephaine Stephan Stephane Stephani ' +
  'Stephania Stephanie Stephany Stephen Stephenie Stephine Stephnie Stevan Steve Steven Stevie Stewart Stig Stijn Stjepan Stuart Sture Stéphane Stéphanie ' +
  'Suanne Subhash Sudha Sudhir Sudie Sue Sueann Suellen Sugeng Suharto Sujata Sukanya Sukarno Sukhdeep Suleiman Sulema Suman Sumiko Sumit Sunday Sunil ' +
  'Sunisa Sunita Sunni Sunniva Sunshine Supachai Suraj Suresh Suryani Susan Susana Susann Susanna Susannah Susanne Susanti Sushant Sushil Sushma Susie ' +
  'Susumu Susy Suwit Suzan Suzana Suzann Suzanna Suzanne Suzette Suzi Suzie Suzy Svanhildur Svante Svatopluk Svava Sveinn Sven Sverre Sverrir Svetlana ' +
  'Swapnil Swara Swati Sybil Sybille Syble Sylvain Sylvester Sylvia Sylvie Synthia Syreeta Szabolcs Szilvia Szilárd Szymon Sándor Sæunn Séamus Sébastien ' +
  'Ségolène Sérgio Séverine Sólveig Sören Søren Süleyman Sławomir Sơn Taavi Tabatha Tabetha Tabitha Tadas Tadashi Tadesse Tadeusz Tadhg Tafadzwa Tahar ' +
  'Tahir Tahira Taina Taisha Taisia Tajuana Takahiro Takako Takao Takashi Takayuki Takeo Takeshi Takisha Takuma Takumi Takuya Talia Talisha Talitha Tama ' +
  'Tamala Tamar Tamara Tamas Tamatha Tambra Tameika Tameka Tamekia Tamela Tamera Tamesha Tami Tamica Tamie Tamika Tamiko Tamisha Tammara Tammera Tammi ' +
  'Tammie Tammy Tamra Tamás Tana Tandra Tandy Taneka Tanesha Tangela Tania Tanika Tanisha Tanja Tanmay Tanna Tanveer Tanvi Tanya Tapani Tapio Tapiwa Tara ' +
  'Tarah Taras Taren Tari Tariq Tarja Tarmo Tarra Tarsha Tarun Taryn Tarık Tasha Tashia Tashina Tasia Tatiana Tatjana Tatsuya Tatyana Taunya Tawana ' +
  'Tawanda Tawanna Tawna Tawny Tawnya Tayna Ted Teddy Teemu Teena Tegan Teguh Tehmina Teisha Tejas Telma Temeka Temika Temitope Tempie Temur Tena Tendai ' +
  'Tendayi Tenesha Tenisha Tennie Tennille Teodor Teodora Teodoro Teofila Teona Tera Tereasa Terence Teresa Terese Teresia Teresita Teressa Teri Terica ' +
  'Terina Terisa Terje Terra Terrance Terrell Terrence Terresa Terri Terrie Terrilyn Terry Terttu Teruo Tesha Tess Tessa Tessie Tetsuo Tetsuya Teun Thabo ' +
  'Thad Thaddeus Thaksin Thalia Thandeka Thandi Thandiwe Thanh Thao Thea Theda Thelma Themba Theo Theodora Theodore Theola Theresa Therese Theresia ' +
  'Theressa Theron Thersa Thiago Thibault Thibaut Thierry Thijmen Thijs Thomas Thomasena Thomasina Thomasine Thora Thorsten Thresa Thuy Thành Thérèse ' +
  'Thúy Thảo Thắng Thủy Tia Tiago Tiana Tianna Tiara Tiberiu Tibor Tien Tiera Tierra Tiesha Tifany Tiffaney Tiffani Tiffanie Tiffany Tiffiny Tigran ' +
  'Tihamér Tihomir Tiina Tiit Tijmen Tijs Tijuana Tilda Tillie Tim Timika Timmy Timo Timofei Timothy Timothée Timur Tina Tinashe Tineke Tinisha Tisa Tish ' +
  'Tisha Tiến Tjeerd Tobi Tobias Tobie Toby Toccara Todd Toivo Tolga Tom Tomas Tomasa Tomasz Tomeka Tomi Tomika Tomiko Tomislav Tommaso Tommie Tommy ' +
  'Tommye Tomohiro Tomoko Tomomi Tomos Tomás Tomáš Tomé Tona Tonda Tonette Toni Tonia Tonie Tonisha Tonita Tonja Tony Tonya Toomas Tora Torben Torbjørn ' +
  'Tore Torgeir Tori Torie Torill Tormod Torri Torrie Torstein Torsten Tory Tosh Tosha Toshia Toshiko Toshio Tova Tove Towanda Toya Toàn Tracee Tracey ' +
  'Traci Tracie Tracy Traian Trang Traute Travis Treasa Treena Trena Trenton Tresa Tressa Tressie Treva Trevor Trey Tricia Triin Trina Trine Trinh Trish ' +
  'Trisha Trista Tristan Trond Troy Trudi Trudie Trudy Trula Truman Trung Trygve Tsubasa Tsutomu Tuan Tuba Tuija Tula Tumelo Tuncay Tunde Tuomas Turgut ' +
  'Turhan Turid Tushar Tuti Tuula Tuyet Tuyết Tuğba Tuấn Twana Twanda Twanna Twila Twyla Tyesha Tyisha Tyler Tynisha Tyra Tyree Tyrell Tyron Tyrone Tâm ' +
  'Tânia Tómas Tõnis Tõnu Tùng Tülay Tülin Tünde Uche Uchenna Uday Udo Ufuk Ugnė Uku Uldis Ulf Ulla Ulrich Ulrika Ulrike Ulyana Ulysses Uma Umair Umberto ' +
  'Umesh Unai Unni Unnur Upasana Urbano Urho Urmas Uroš Urs Ursula Urszula Urvashi Usha Usman Utami Ute Utkarsh Uwe Uyên Uzma Uğur Vaclav Vada Vadim Vahe ' +
  'Vahid Vaibhav Vaida Vaidas Vaishnavi Vajèn Vakhtang Valarie Valda Valdas Valdis Valene Valentin Valentina Valentine Valentín Valeri Valeria Valerie ' +
  'Valerio Valery Valgerður Vallie Valorie Valrie Valéria Valérie Vanda Vandana Vanesa Vanessa Vanetta Vania Vanita Vanja Vanna Vannesa Vannessa Vappu ' +
  'Vardan Varsha Varun Varvara Vasant Vasco Vashti Vasile Vasiliki Vasilisa Vasily Vasudev Vasudha Vasyl Veda Vedran Veena Vegard Veikko Velda Velia ' +
  'Velimir Vella Velma Velva Vena Vendula Venessa Venetta Venice Venita Venkat Venkatesh Vennie Veola Vera Verda Verdell Verdie Verena Vergie Verla ' +
  'Verlene Verlie Verline Vern Verna Vernell Vernetta Vernia Vernice Vernie Vernita Vernon Veronica Veronika Veronique Versie Vertie Verónica Vesa Vesna ' +
  'Vesta Veta Vicenta Vicente Vickey Vicki Vickie Vicky Victoire Victor Victoria Victorina Vida Vidar Vidya Viet Vigdís Viive Vija Vijay Vikas Viki Vikki ' +
  'Vikram Vikrant Viktor Viktoria Viktória Vilhjálmur Vilija Ville Vilma Vilmos Vilém Vimal Vimala Vina Vinay Vinaya Vince Vincent Vincenza Vincenzo ' +
  'Vineet Vinh Vinicio Vinita Vinko Vinnie Vinod Vinícius Viola Violeta Violette Viorel Viorica Vipin Vipul Viraj Viren Virgen Virgie Virgil Virgilio ' +
  'Virgina Virginia Virginie Virginija Virpi Virve Virág Vishal Visitación Vita Vitaly Vito Vitor Vittorio Vitória Viva Vivaan Vivan Vivek Viveka Vivian ' +
  'Viviana Viviane Vivien Vivienne Viðar Việt Vjekoslav Vlad Vladan Vladimir Vladimír Vladislav Vlasta Vlastimil Vojislav Vojtech Vojtěch Volkan Volker ' +
  'Volodymyr Voncile Vonda Vonnie Vuk Vyacheslav Vytautas Václav Vân Vânia Väinö Véronique Víctor Vít Vítězslav Věra Wacław Wade Wael Wafa Wagner Wahyu ' +
  'Walburga Waldemar Waldo Walid Wallace Wally Walter Waltraud Wambui Wanchai Wanda Waneta Wanetta Wanita Wanjiku Wanjiru Waqar Waqas Warren Wati Wava ' +
  'Wayan Waylon Wayne Wei Weidong Weiming Wendelien Wendell Wendi Wendie Wendolyn Wendy Wenona Werner Wesley Wessel Whitney Wichai Widodo Wiebe Wiebke ' +
  'Wiesław Wiesława Wiktor Wilai Wilber Wilbert Wilbur Wilda Wilford Wilfred Wilfredo Wilfried Wilhelm Wilhelmina Wilhemina Willa Willard Willemijn ' +
  'Willena Willene Willetta Willette Willia William Willian Willie Williemae Willis Willodean Willow Willy Wilma Wilmer Wilton Wim Winford Winfred ' +
  'Winfried Winifred Winnie Winnifred Winona Winston Wissam Wisława Witold Wladyslaw Wojciech Wolfgang Wonda Woodrow Wouter Wulan Wyatt Wynell Wynona ' +
  'Władysław Włodzimierz Xavier Xavière Xenia Xiao Xiaoli Xiaoming Xiaoyan Ximena Xinyi Xiomara Xiuying Xochitl Xuan Xueying Xuân Yadira Yaeko Yael ' +
  'Yahaira Yahya Yajaira Yakov Yamini Yana Yanira Yann Yannick Yanti Yaroslav Yasaman Yasemin Yash Yashika Yasin Yasmin Yasmine Yasser Yasuko Yasuo Yavuz ' +
  'Yaw Yaşar Yegor Yejide Yejin Yelena Yeliz Yen Yesenia Yessenia Yetta Yetunde Yevette Yevgeny Yevhen Yichen Yifan Ying Yingluck Yiğit Yngve Yogesh ' +
  'Yoichi Yoko Yolanda Yolande Yolando Yolonda Yong Yosef Yoshie Yoshiko Yoshio Yosuke Youlanda Yousef Youssef Yrjö Yudi Yuette Yui Yuichi Yuka Yukari ' +
  'Yuki Yukiko Yukio Yuko Yulan Yulanda Yulia Yuliana Yuliia Yumi Yumiko Yung Yuni Yunus Yuonne Yuri Yuriko Yusuf Yusuke Yutaka Yuto Yuvraj Yuxuan Yves ' +
  'Yvette Yvone Yvonne Yến Zachariah Zachary Zachery Zack Zackary Zada Zafar Zahid Zahra Zaid Zaida Zainab Zakaria Zana Zandra Zane Zanele Zara Zaza ' +
  'Zbigniew Zdenek Zdenka Zdeněk Zdravko Zdzisław Zeeshan Zehra Zeki Zelda Zella Zelma Zena Zenaida Zenia Zenobia Zenon Zerrin Zetta Zeynep Zhanna ' +
  'Zhenhua Zhiqiang Zhiyong Ziad Zina Zinaida Zineb Zita Zixuan Zizi Zlatko Zodwa Zoe Zofia Zoila Zola Zoltan Zoltán Zona Zonia Zora Zoraida Zoran Zorica ' +
  'Zoya Zoé Zoë Zsofia Zsolt Zsuzsanna Zsófia Zubair Zula Zulema Zulma Zurab Zuzana Zuzanna Zvonimir Zygmunt Zühal Ágnes Álvaro Ángel Ángela Ásgeir Ásta ' +
  'Åke Åsa Åse Åshild Çağla Çağlar Çiğdem Édith Édouard Élise Élodie Éloïse Émilie Éric Étienne Éva Íñigo Ólafur Ólöf Óscar Óskar Ögmundur Ömer Örjan ' +
  'Özge Özgür Özlem Øivind Øystein Øyvind Úrsula Ülle Ümit Þorsteinn Þór Þóra Þórður Čeněk Đorđe Đạt İbrahim İlker İrem İsmail Łucja Łukasz Řehoř Şebnem ' +
  'Şerife Ştefan Ştefania Şule Şükrü Štefan Štěpán Štěpánka Šárka Žaneta Željka Željko Želmíra Žilvinas Živilė Živko Άννα Αγγελική Αθανάσιος Αικατερίνη ' +
  'Αλέξανδρος Αναστασία Ανδρέας Αντώνης Βασίλης Βασιλική Γεώργιος Γιάννης Γιώργος Δέσποινα Δημήτρης Ειρήνη Ελένη Ευάγγελος Ηλίας Θεόδωρος Ιωάννα Ιωάννης ' +
  'Κατερίνα Κωνσταντίνος Κώστας Μαρία Μιχάλης Νίκος Νικόλαος Πέτρος Παναγιώτης Παρασκευή Σοφία Σπύρος Στέλιος Σταύρος Χρήστος Χριστίνα Іван Ігор Ірина ' +
  'Александр Александра Алексей Алина Алла Анастасия Анатолий Ангелина Андрей Андрій Анжела Анна Антон Арина Артем Артур Артём Богдан Богдана Борис Вадим ' +
  'Валентин Валентина Валерий Валерия Варвара Василий Вера Вероника Виктор Виктория Виталий Владимир Владислав Володимир Всеволод Вячеслав Віктор Віталій ' +
  'Галина Ганна Геннадий Георги Георгий Герман Глеб Григорий Даниил Дарина Дарья Денис Димитър Дмитрий Дмитро Ева Евгений Евгения Егор Екатерина Елена ' +
  'Елизавета Жанна Захар Зинаида Зоряна Зоя Иван Игорь Илья Инга Инна Ираида Ирина Катерина Кирилл Клавдия Константин Ксения Лариса Лев Леонид Лидия ' +
  'Лилия Любов Любовь Людмила Макар Максим Маргарита Марина Мария Марфа Марія Мар’яна Матвей Микита Микола Мирон Михаил Михайло Надежда Надія Назар ' +
  'Наталия Наталья Наталія Никита Николай Нина Оксана Олег Олександр Олександра Олексій Олена Олеся Ольга Орися Остап Павел Петр Петро Петър Полина ' +
  'Прасковья Пётр Раиса Роман Руслан Савелий Светлана Світлана Семён Сергей Сергій Соломія Софья Станислав Степан Стефан Таисия Тамара Тарас Татьяна ' +
  'Тетяна Тимофей Ульяна Фаина Филипп Фёдор Христо Эдуард Эльвира Эмма Юлиан Юлия Юлія Юрий Юрій Яна Ярослав'
).split(' ');
