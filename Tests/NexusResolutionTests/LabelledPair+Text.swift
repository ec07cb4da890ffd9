extension LabelledPair {
  static let text = """
    s|p|Muhammad Qaddumi|Mohamed Gaddoumi|||LY|LY
    s|p|Yusuf al-Harthi|Youssef El Harithi|1971|1971|OM|OM
    s|p|Abdul Rahman Tawfiqi|Abdurrahman Taufiqi|1968-04-02|1968|AF|AF
    s|p|Abd al-Aziz Benmansour|Abdelaziz Ben Mansour|1975-01-09|1975-01-09|DZ|DZ
    s|p|Khalid Barzanchi|Khaled Barzanji|1980|1980|IQ|IQ
    s|p|Hussein Maktabi|Hossain Maktabi||1969|LB|LB
    s|p|Salah Eddine Ouazzani|Salahuddin al-Wazzani|1977-03-03|1977-03-03|MA|MA
    s|p|Saif ul-Islam Durrani|Sayf al-Islam Durrani|1982|1982|PK|PK
    s|p|Abu Yahya al-Tamimi;Karim Tamimi|Karim al-Tamimi|||SY|SY
    s|p|Umm Sulaym al-Basri;Rania Basri|Rania al-Basri|1990|1990|IQ|IQ
    s|p|Haji Gul Zadran|Gul Zadran|||AF|AF
    s|p|Mullah Noorullah Wardak|Nurullah Wardak|1966|1966|AF|AF
    s|p|Sheikh Anwar Dhahabi|Anwar al-Dahabi|1972-11-30|1972-11-30|YE|YE
    s|p|Dr. Faisal Rawandi|Faysal Rawandi||1959|IQ|IQ
    s|p|Nasser bin Hamad Suwaidi|Nasir Hamad al-Suwaydi|1985|1985|AE|AE
    s|p|Tariq ibn Ziyad Lamrani|Tarik Lamrani|1979-06-17|1979|MA|MA
    s|p|Jamal Uddin Haqyar|Jamaluddin Haqyar|1970|1970|AF|AF
    s|p|Rahmatullah Sangin|Rahmat Ullah Sangin||1974|AF|AF
    s|p|Zulfiqar Mehsudi|Zulfikar Mehsoodi|1983-08-12|1983-08-12|PK|PK
    s|p|Ghulam Farooq Achakzay|Gholam Faruq Achakzai|1961|1961|PK|PK
    s|p|Ayman Shuqairi|Aiman Shukayri|1976|1976|JO|JO
    s|p|Mustapha Belkacemi|Mustafa Belqasimi|1984-02-29|1984-02-29|DZ|DZ
    s|p|Othmane Cherkaoui|Uthman Sharqawi|1988|1988|MA|MA
    s|p|Djamel Hadjadj|Jamal Hajjaj|1967|1967|DZ|DZ
    s|p|Achraf Guermazi|Ashraf Qarmazi|1991-10-01|1991-10-01|TN|TN
    s|p|Walid Ghannouchi|Oualid Ghanouchi|1986|1986|TN|TN
    s|p|Ismail Zubaydi|Ismael Zobeidi|1973|1973|IQ|IQ
    s|p|Sulayman Kharroubi|Suleiman Kharrubi|1965|1965|LY|LY
    s|p|Hamza Dzhumabaev|Khamza Jumabayev|1981-12-05|1981-12-05|KG|KG
    s|p|Mahmoud Shahroudi|Mahmud Shahrudi|||IR|IR
    s|p|Abdulqadir Warsame|Abdiqadir Warsame|1978|1978|SO|SO
    s|p|Ibrahim Halane|Ibraahim Xalane|1982|1982|SO|SO
    s|p|محمد القرشي|Muhammad al-Qurashi|1970|1970|SA|SA
    s|p|خالد العسيري|Khaled Al-Asiri|1981|1981|SA|SA
    s|p|عبد الرحمن الحمداني|Abdulrahman Hamdani||1977|YE|YE
    s|p|يوسف الجبوري|Yusuf al-Jubouri|1969|1969|IQ|IQ
    s|p|سليمان الفارسي|Sulayman al-Farsi|1974-05-06|1974-05-06|OM|OM
    s|p|صلاح الدين الكردي|Salah al-Din al-Kurdi||1980|SY|SY
    s|p|عمر الدليمي|Omar Dulaimi|1976|1976|IQ|IQ
    s|p|حسن نصيري|Hassan Nasiri|1963|1963|IR|IR
    s|p|ابراهيم الزهراني|Ibrahim Zahrani|1987|1987|SA|SA
    s|p|مصطفى بن علي المنصوري|Mustafa Ali al-Mansouri|1979|1979|MA|MA
    s|p|فيصل الرشيدي|Faisal Rashidi||1990|KW|KW
    s|p|طارق الشمري|Tariq al-Shammari|1983|1983|IQ|IQ
    s|p|أبو بكر السوداني;بكر عثمان|Abu Bakr al-Sudani||1972|SD|SD
    s|p|ناصر الغامدي|Nasser al-Ghamdi|1985-07-07|1985-07-07|SA|SA
    s|p|گلبدین خروتی|Gulbuddin Kharoti|1964|1964|AF|AF
    s|p|پرویز چنگیزی|Parviz Changizi|1971|1971|IR|IR
    s|p|Сергей Хамидов|Sergei Khamidov|1978-09-09|1978-09-09|RU|RU
    s|p|Александр Жуковский|Aleksandr Zhukovskiy|1970|1970|RU|RU
    s|p|Дмитрий Щербинин|Dmitry Shcherbinin|1982|1982|RU|RU
    s|p|Юрий Чеботарёв|Yuri Chebotarev|1966|1966|RU|RU
    s|p|Мария Цветаева-Холмская|Maria Tsvetaeva-Kholmskaya|1985|1985|RU|RU
    s|p|Ахмед Кадиев|Akhmed Kadiev|1979|1979|RU|RU
    s|p|Ивановский Пётр Ильич|Petr Ivanovsky|1961-01-01|1961|RU|RU
    s|p|Олександр Гречко|Oleksandr Grechko|1974|1974|UA|UA
    s|p|Микола Шевчукович|Mykola Shevchukovych||1969|UA|UA
    s|p|Рустам Джураев|Rustam Dzhuraev|1984|1984|UZ|UZ
    s|p|Бахтиёр Юлдашев|Bakhtiyor Yuldashev|1977|1977|UZ|UZ
    s|p|Нурлан Абдрахманов|Nurlan Abdrakhmanov|1980|1980|KZ|KZ
    s|p|Зоран Николић|Zoran Nikolić|1968|1968|RS|RS
    s|p|Magomed Gadzhiev|Magomed Gadjiev|1986|1986|RU|RU
    s|p|Vladimir Tikhonovich Lebyodkin|Vladimir Lebedkin|1959|1959|RU|RU
    s|p|Iwan Bogdanow|Ivan Bogdanov|1972|1972|BG|BG
    s|p|Evgeny Yashkov|Yevgeny Iashkov|1975-02-11|1975-02-11|RU|RU
    s|p|Sergej Mihajlovskij|Sergey Mikhailovsky|1967|1967|RU|RU
    s|p|Zviad Kvaratskhelidze|Zviad Qvaratskhelidze|1981|1981|GE|GE
    s|p|张伟强|Zhang Weiqiang|1976|1976|CN|CN
    s|p|刘晓峰|Liu Xiaofeng|1982|1982|CN|CN
    s|p|陈建国|Chen Jian Guo||1963|CN|CN
    s|p|黄丽萍|Huang Liping|1979|1979|CN|CN
    s|p|赵志远|Zhao Zhiyuan|1985|1985|CN|CN
    s|p|欧阳俊杰|Ouyang Junjie|1990|1990|CN|CN
    s|p|Xu Jing-hai|Xu Jinghai|1971|1971|CN|CN
    s|p|Lin Guo Dong|Guodong Lin|1968|1968|CN|CN
    s|p|Παναγιώτης Μαυρίδης|Panagiotis Mavridis|1969|1969|GR|GR
    s|p|Γεώργιος Καραγιάννης|Georgios Karagiannis|1974|1974|GR|GR
    s|p|Χρήστος Βασιλειάδης|Khristos Vasileiadis|1980|1980|GR|GR
    s|p|Jürgen Mühlenbrück|Jurgen Muhlenbruck|1965|1965|DE|DE
    s|p|Jürgen Weißhäupl|Juergen Weisshaeupl|1970-10-10|1970-10-10|AT|AT
    s|p|François Lefébvre-Dumont|Francois Lefebvre Dumont|1958|1958|FR|FR
    s|p|José María Echeverría Rubio|Jose Maria Echeverria|1972|1972|CO|CO
    s|p|João Pereira da Conceição|Joao Pereira Conceicao|1977|1977|BR|BR
    s|p|Łukasz Wójcicki|Lukasz Wojcicki|1984|1984|PL|PL
    s|p|Şükrü Yılmazer|Sukru Yilmazer|1973|1973|TR|TR
    s|p|Mehmet Çağlayan|Mehmet Caglayan|1969|1969|TR|TR
    s|p|Björn Østergård|Bjorn Ostergard|1975|1975|DK|DK
    s|p|Trần Văn Quyết|Tran Van Quyet|1981|1981|VN|VN
    s|p|Nguyễn Thị Bích Hằng|Nguyen Thi Bich Hang|1988|1988|VN|VN
    s|p|Béla Székelyhidi|Székelyhidi Béla|1960|1960|HU|HU
    s|p|Nikola Đorđević|Nikola Djordjevic|1976|1976|RS|RS
    s|p|Robert J. Ashdownley|Robert James Ashdownley|1962|1962|GB|GB
    s|p|W. T. Pemberwick|William Thomas Pemberwick|1957|1957|GB|GB
    s|p|Ashdowne, Catherine Mary|Catherine Ashdowne|1983|1983|GB|GB
    s|p|Giancarlo Trevisanello|Gian Carlo Trevisanello|1955|1955|IT|IT
    s|p|Salvatore Locrisano|Salvatore Locrisanno|1964|1964|IT|IT
    s|p|Domenico Rocco Aspromonti|Rocco Domenico Aspromonti|1966|1966|IT|IT
    s|p|El Mencho Rivero;Nemesio Rivero Olguin|Nemesio Rivero Olguín|1966|1966|MX|MX
    s|p|Okechukwu Nwankwolo|Okechukwu Nwankwollo|1987|1987|NG|NG
    s|p|Emeka Chidubem Obasanya|Chidubem Emeka Obasanya|1985|1985|NG|NG
    s|p|Svetlana Petrovna Orlovskaya|Svetlana Orlovskaya|1986|1986|RU|RU
    s|p|Arkady Volkonin|Аркадий Волконин||1971|RU|RU
    s|c|Northgate Maritime Trading LLC|Northgate Maritime Trading L.L.C.|||AE|AE
    s|c|Golden Saffron Import Export Company|Golden Saffron Import & Export Co.|||AF|AF
    s|c|ООО Северный Торговый Дом|OOO Severnyy Torgovyy Dom|||RU|RU
    s|c|ЗАО Балтийский Маяк|ZAO Baltiyskiy Mayak|||RU|RU
    s|c|Blaue Lagune Handels GmbH|Blaue Lagune Handelsgesellschaft mbH|||DE|DE
    s|c|Société Générale des Phosphates Zahir SARL|Societe Generale des Phosphates Zahir S.A.R.L.|||TN|TN
    s|c|شركة النخيل الذهبي للتجارة|Sharikat al-Nakhil al-Dhahabi lil-Tijara|||IQ|IQ
    s|c|Shenzhen Bright Harbor Electronics Co., Ltd.|Shenzhen Bright Harbour Electronics Limited|||CN|CN
    s|c|深圳明港电子有限公司|Shenzhen Minggang Dianzi Co Ltd|||CN|CN
    s|c|Al-Waha General Trading FZE|Al Waha General Trading|||AE|AE
    s|c|Kestrel Ridge Holdings Ltd|Kestrel Ridge Holdings Limited|||CY|CY
    s|c|Meridian Lantern Logistics SA|Meridian Lantern Logistics S.A.|||PA|PA
    s|c|Tigris Star Exchange|Tigris Star Exchange Company|||IQ|IQ
    s|c|Zhemchuzhina Kaspiya JSC|Zhemchuzhina Kaspia AO|||KZ|KZ
    s|c|Quillon Aviation Services Pvt. Ltd.|Quillon Aviation Services Private Limited|||PK|PK
    s|c|Hermanos Quintanar Transportes S.A. de C.V.|Transportes Hermanos Quintanar|||MX|MX
    s|c|Front for the Liberation of the Upper Valley;FLUV|FLUV|||ML|ML
    s|c|Brotherhood of the Seven Rivers|The Brotherhood of Seven Rivers|||PK|PK
    d|p|Hassan Maldoudi|Hussein Maldoudi|1970|1974|DZ|DZ
    d|p|Mahmoud Zarqouni|Muhammad Zarqouni|1966|1971|JO|JO
    d|p|Jamal Qasrawi|Jamil Qasrawi|1980|1983|JO|JO
    d|p|Salim Dawwasi|Salam Dawwasi|1979|1985|LB|LB
    d|p|Karim Belghazi|Akram Belghazi|1982|1988|MA|MA
    d|p|Abdullah Nourzad|Abdul Rahman Nourzad|1960|1968|AF|AF
    d|p|Ahmad Shahwali|Muhammad Shahwali|1975|1978|AF|AF
    d|p|Said Khorasani|Saad Khorasani|1983|1991|IR|IR
    d|p|Abdul Karim Zahiri|Abdul Kabir Zahiri|1971|1965|AF|AF
    d|p|Abu Omar al-Jazrawi|Abu Ali al-Jazrawi|||IQ|IQ
    d|p|Abu Hamza al-Turkmani|Abu Hafs al-Turkmani|||IQ|IQ
    d|p|Ali Hassan Tikrawi|Hassan Ali Sarraji|1960|1975|IQ|IQ
    d|p|Mohammed Ali|Mohammed Ali Sherzadi|1950|1990|EG|AF
    d|p|Ahmed Mohamed|Mohamed Ahmed Farahani|1964|1980|EG|IR
    d|p|Ibrahim Khalil Douri|Khalil Ibrahim Samarrai|1970|1972|IQ|IQ
    d|p|Umar Farouq Bello|Usman Farouq Bello|1984|1987|NG|NG
    d|p|Nasir Wazirzada|Nasrin Wazirzada|1978|1982|AF|AF
    d|p|Khalid Sharifi Herat|Walid Sharifi Herat|1981|1985|AF|AF
    d|p|محمود التميمي|محمد التميمي|1971|1979|IQ|IQ
    d|p|حسن الكناني|حسين الكناني|1968|1973|IQ|IQ
    d|p|خالد المطيري|Fahd al-Mutairi|1980|1984|SA|SA
    d|p|عبد الله الشهري|Abdulrahman al-Shihri|1977|1983|SA|SA
    d|p|علي السعدي|Omar al-Saadi|1975|1979|IQ|IQ
    d|p|Иван Громыхалов|Игорь Громыхалов|1970|1974|RU|RU
    d|p|Анна Вершинина|Иван Вершинин|1982|1980|RU|RU
    d|p|Сергей Дубровкин|Sergei Dubinin|1975|1975|RU|RU
    d|p|Алексей Морозенко|Aleksandr Morozenko|1979|1983|UA|UA
    d|p|Николай Петрович Садовников|Пётр Николаевич Садовников|1955|1981|RU|RU
    d|p|Руслан Эльмурзаев|Арслан Эльмурзаев|1984|1987|RU|RU
    d|p|Dmitri Kalashov|Denis Kalashov|1973|1977|RU|RU
    d|p|Marat Sabitov|Murat Sabitov|1980|1986|KZ|KZ
    d|p|Aslan Tekuev|Ruslan Tekuev|1979|1982|RU|RU
    d|p|Timur Ismoilov|Temur Ismailzoda|1985|1970|UZ|TJ
    d|p|Tamerlan Dadashov|Dzhokhar Dadashov|1986|1993|RU|RU
    d|p|Zurab Kipianidze|Zaza Kipianidze|1968|1971|GE|GE
    d|p|Viktor Lisitsyn|Viktoria Lisitsyna|1978|1984|RU|RU
    d|p|张伟明|Zhang Weihong|1970|1981|CN|CN
    d|p|王建军|Wang Jianhua|1966|1972|CN|CN
    d|p|李娜|Li Ning|1988|1979|CN|CN
    d|p|陈小红|陈小明|1983|1985|CN|CN
    d|p|Wang Lei|Wang Li|1980|1991|CN|CN
    d|p|Zhou Jie|Zhou Jun|1977|1982|CN|CN
    d|p|Huang Zhiqiang|Huang Zhigang|1969|1974|CN|CN
    d|p|Li Wei|Wei Li|1961|1993|CN|US
    d|p|Nikos Stavridopoulos|Petros Stavridopoulos|1972|1975|GR|GR
    d|p|Γιώργος Αλεξίου|Maria Alexiou|1970|1976|GR|GR
    d|p|Hans Oberwalder|Heinz Oberwalder|1961|1964|AT|AT
    d|p|Karl-Heinz Brunnthaler|Karl Brunnthaler|1949|1978|AT|AT
    d|p|Jean-Pierre Montclarin|Jean-Paul Montclarin|1963|1967|FR|FR
    d|p|Marie Duvallois|Mario Duvallois|1980|1977|FR|IT
    d|p|Juan Carlos Zapatero Gil|Carlos Zapatero Luna|1970|1979|CO|CO
    d|p|Miguel Ángel Trevinio|Omar Trevinio|1973|1976|MX|MX
    d|p|Jorge Hank Arriaga|Jorge Luis Arriaga Montes|1958|1987|MX|MX
    d|p|Giuseppe Mandalorio|Giovanni Mandalorio|1957|1961|IT|IT
    d|p|Antonio Pelliconi|Antonino Pelliconi|1951|1976|IT|IT
    d|p|Vincenzo Barracuto|Vincenza Barracuto|1960|1964|IT|IT
    d|p|John Wexcombe|Joan Wexcombe|1970|1972|GB|GB
    d|p|James Harrowgate|James Harrowgale|1955|1989|GB|AU
    d|p|Thomas Penhallow Jr|Thomas Penhallow Sr|1981|1952|US|US
    d|p|William Carter|William Carter|1944|1987|US|GB
    d|p|Maria Garcia|Maria Garcia|1966|1995|ES|PH
    d|p|David Kim|David Kim|1970|1992|US|KR
    d|p|Anders Lindqvister|Andrea Lindqvister|1979|1981|SE|SE
    d|p|Mehmet Karadeniz|Ahmet Karadeniz|1969|1974|TR|TR
    d|p|Emine Gültekinli|Emin Gültekinli|1983|1980|TR|TR
    d|p|Ömer Soylu|Umer Soyland|1975|1988|TR|NO
    d|p|Nguyen Van Hung|Nguyen Van Hai|1978|1981|VN|VN
    d|p|Trần Quốc Tuấn|Tran Quoc Toan|1972|1986|VN|VN
    d|p|Kim Yong Chol|Kim Yong Nam|1962|1958|KP|KP
    d|p|Ri Kwang Su|Ri Kwang Ho|1970|1973|KP|KP
    d|p|Chukwuma Adeyinka|Chukwudi Adeyinka|1981|1984|NG|NG
    d|p|Aisha Mwangirah|Asha Mwangirah|1990|1993|KE|KE
    d|p|Samuel Otiendo|Simon Otiendo|1979|1982|KE|KE
    d|p|Rosa Villalobar|Rosario Villalobar|1968|1990|PE|PE
    d|p|Dragan Stojkovac|Dejan Stojkovac|1971|1975|RS|RS
    d|p|Marko Vukadin|Mirko Vukadin|1977|1974|HR|HR
    d|p|Ivana Perković-Lasta|Ivan Perković-Lasta|1985|1982|HR|HR
    d|p|Piotr Zieliborski|Paweł Zieliborski|1974|1979|PL|PL
    d|p|Agha Jan Popalwal|Jan Agha Achekwal|1958|1970|AF|AF
    d|p|Haji Abdul Wahid|Haji Abdul Wasi|1962|1969|AF|AF
    d|p|Mullah Abdul Ghani Rostami|Mullah Abdul Ghafar Rostami|1968|1972|AF|AF
    d|p|Sheikh Hamoud Anazi|Sheikh Hamad Anazi|1955|1961|SA|SA
    d|c|Al-Noor Exchange Company|Al-Noor Construction Company|||IQ|IQ
    d|c|Global Star Shipping Ltd|Global Star Trading Ltd|||AE|MT
    d|c|Black Sea Grain Export LLC|Black Sea Coal Export LLC|||UA|UA
    d|c|ООО Вектор Плюс|ООО Вектор Строй|||RU|RU
    d|c|ООО Альфа Логистика|ООО Омега Логистика|||RU|RU
    d|c|Damascus Steel Trading Co.|Aleppo Steel Trading Co.|||SY|SY
    d|c|Bank of the Eastern Gulf|Bank of the Western Gulf|||BH|BH
    d|c|Silver Falcon Aviation FZE|Silver Falcon Motors FZE|||AE|AE
    d|c|Shanghai Lucky Star Toys Co Ltd|Shanghai Lucky Moon Toys Co Ltd|||CN|CN
    d|c|Meyerhoff Immobilien GmbH|Meyerhoff Spedition GmbH|||DE|DE
    d|c|Sahara Relief Foundation|Sahara Mining Foundation|||ML|ML
    d|c|Orient Pearl Hotels LLC|Orient Pearl Jewellery LLC|||OM|OM
    d|c|Twin Palms Investments SA|Three Palms Investments SA|||PA|PA
    d|c|National Oil Transport Company|National Gas Transport Company|||LY|IQ
    d|c|Movement for the Southern Coast|Movement for the Northern Coast|||NG|NG
    d|c|First Caspian Insurance|Second Caspian Insurance|||AZ|AZ
    """
}
