import Workbench

Workbench.main()
