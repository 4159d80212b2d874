import Lamps
import Scratchpads
import Workbench

Workbench.main(tasks: [TaskDefinition(LampTask())])
